package io.tenderhub.tender;

import static java.util.Objects.requireNonNull;

import io.tenderhub.failure.InvalidInputException;
import java.util.Optional;

/**
 * What to look for, and how it is to be shown.
 *
 * @param text words, {@code "phrases"}, {@code or}, {@code -not}
 * @param mode by what the text finds; of no meaning without a text
 * @param limit results a page, 1–100
 * @param cursor from the page before
 */
public record TenderQuery(
        Optional<String> text,
        TenderFilter filter,
        SearchMode mode,
        TenderSort sort,
        int limit,
        Optional<String> cursor) {
    public static final int HIGHEST_LIMIT = 100;
    public static final int DEFAULT_LIMIT = 20;

    public TenderQuery {
        requireNonNull(text);
        requireNonNull(filter);
        requireNonNull(mode);
        requireNonNull(sort);
        requireNonNull(cursor);
        if (limit < 1 || limit > HIGHEST_LIMIT) {
            throw new InvalidInputException("search", "limit", "must be 1 to " + HIGHEST_LIMIT + ", not " + limit);
        }
    }

    public static TenderQueryBuilder builder() {
        return new TenderQueryBuilder();
    }
}
