package io.tenderhub.account;

import static java.util.Objects.requireNonNull;

/**
 * What is kept of a password.
 *
 * @param encoded the algorithm, its parameters, salt and hash in one text (the PHC string format)
 */
public record PasswordHash(String encoded) {
    public PasswordHash {
        requireNonNull(encoded);
    }

    /** Without the hash. */
    @Override
    public String toString() {
        return "PasswordHash";
    }
}
