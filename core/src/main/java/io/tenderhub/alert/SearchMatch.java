package io.tenderhub.alert;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * A tender that began to match a saved search. There is one for a search and a tender at most, for ever.
 *
 * @param search the id of the search
 * @param name of the search as it is now
 * @param heading of the tender; empty if it has gone
 * @param alert how the team is told of it, as the search said when it matched; never {@code NONE}
 * @param matchedAt when that was found
 */
public record SearchMatch(
        String search, String name, String ocid, Optional<String> heading, Alert alert, Instant matchedAt) {
    public SearchMatch {
        requireNonNull(search);
        requireNonNull(name);
        requireNonNull(ocid);
        requireNonNull(heading);
        requireNonNull(alert);
        requireNonNull(matchedAt);
    }
}
