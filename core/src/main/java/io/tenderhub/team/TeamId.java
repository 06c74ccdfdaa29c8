package io.tenderhub.team;

import static java.util.Objects.requireNonNull;

/**
 * Identifies a team, the tenant of everything that is not public.
 *
 * @param value 1–64 of {@code a-z 0-9 -}, so that it can stand in keys and paths as it is
 */
public record TeamId(String value) {
    public TeamId {
        requireNonNull(value);
        if (!value.matches("[a-z0-9][a-z0-9-]{0,63}")) {
            throw new IllegalArgumentException("a team id is 1 to 64 of a-z, 0-9 and -, not '" + value + "'");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
