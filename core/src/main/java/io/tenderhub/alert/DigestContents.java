package io.tenderhub.alert;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * What one digest tells a team of.
 *
 * @param matches how many, 1 or more
 * @param searches how many searches they matched
 * @param since when the first of them was found
 */
public record DigestContents(int matches, int searches, Instant since) {
    public DigestContents {
        requireNonNull(since);
    }
}
