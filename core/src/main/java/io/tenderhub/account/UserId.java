package io.tenderhub.account;

import static java.util.Objects.requireNonNull;

/**
 * Identifies a user, whatever teams he belongs to.
 *
 * @param value 1–64 of {@code a-z 0-9 -}, so that it can stand in keys as it is
 */
public record UserId(String value) {
    public UserId {
        requireNonNull(value);
        if (!value.matches("[a-z0-9][a-z0-9-]{0,63}")) {
            throw new IllegalArgumentException("a user id is 1 to 64 of a-z, 0-9 and -, not '" + value + "'");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
