package io.tenderhub.naming;

import static java.util.Objects.requireNonNull;

/**
 * Begins the name of every table, index, collection and key, so that several hubs can share a server.
 *
 * @param value 1–20 of {@code a-z 0-9 _}, beginning with a letter: safe in SQL, MongoDB and Redis as it is
 */
public record NamePrefix(String value) {
    public static final NamePrefix DEFAULT = new NamePrefix("tenderhub");

    public NamePrefix {
        requireNonNull(value);
        if (!value.matches("[a-z][a-z0-9_]{0,19}")) {
            throw new IllegalArgumentException(
                    "a name prefix is 1 to 20 of a-z, 0-9 and _, beginning with a letter, not '" + value + "'");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
