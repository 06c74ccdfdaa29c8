package io.tenderhub.tender;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * One line of a list of results.
 *
 * @param relevance of the text, 0 where the query has none; comparable only within one answer
 */
public record TenderHit(
        String ocid,
        String tenderId,
        String heading,
        Optional<String> buyer,
        Optional<String> province,
        Optional<String> category,
        Optional<String> status,
        Optional<Money> value,
        Instant releaseDate,
        Optional<Instant> closesAt,
        double relevance) {
    public TenderHit {
        requireNonNull(ocid);
        requireNonNull(tenderId);
        requireNonNull(heading);
        requireNonNull(buyer);
        requireNonNull(province);
        requireNonNull(category);
        requireNonNull(status);
        requireNonNull(value);
        requireNonNull(releaseDate);
        requireNonNull(closesAt);
    }
}
