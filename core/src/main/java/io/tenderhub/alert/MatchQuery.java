package io.tenderhub.alert;

import static java.util.Objects.requireNonNull;

import io.tenderhub.failure.InvalidInputException;
import java.time.Instant;
import java.util.Optional;

/**
 * Which matches to list.
 *
 * @param search only of the search with this id
 * @param since only what was found at this instant or later
 * @param limit matches a page, 1–100
 * @param cursor from the page before
 */
public record MatchQuery(Optional<String> search, Optional<Instant> since, int limit, Optional<String> cursor) {
    public static final int HIGHEST_LIMIT = 100;

    /** @throws InvalidInputException if the limit is not in its bounds */
    public MatchQuery {
        requireNonNull(search);
        requireNonNull(since);
        requireNonNull(cursor);
        if (limit < 1 || limit > HIGHEST_LIMIT) {
            throw new InvalidInputException(
                    "search matches", "limit", "must be 1 to " + HIGHEST_LIMIT + ", not " + limit);
        }
    }
}
