package io.tenderhub.account;

import java.time.Duration;

/**
 * How long a session lives.
 *
 * @param unused it ends when it was not used for so long
 * @param longest it ends so long after it was opened, whatever its use; at least as long as {@code unused}
 */
public record SessionLife(Duration unused, Duration longest) {
    /** Half an hour without use, a day at most. */
    public static final SessionLife DEFAULT = new SessionLife(Duration.ofMinutes(30), Duration.ofHours(24));

    public SessionLife {
        if (unused.toMillis() < 1 || longest.compareTo(unused) < 0) {
            throw new IllegalArgumentException(
                    "a session lives for a millisecond or more, and longest by its longest life");
        }
    }
}
