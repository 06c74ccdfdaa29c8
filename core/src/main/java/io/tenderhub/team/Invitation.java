package io.tenderhub.team;

import static java.util.Objects.requireNonNull;

import io.tenderhub.account.EmailAddress;
import java.time.Instant;

/**
 * An open place in a team, held for one address. It is gone when it was accepted or withdrawn.
 *
 * @param id within the team
 * @param tokenHash SHA-256 of the secret that accepts it, in hexadecimal
 * @param by who invited, as the audit trail shows it
 * @param expiresAt from then on it is of no use
 */
public record Invitation(
        String id, EmailAddress email, Role role, String tokenHash, String by, Instant createdAt, Instant expiresAt) {
    public Invitation {
        requireNonNull(id);
        requireNonNull(email);
        requireNonNull(role);
        requireNonNull(tokenHash);
        requireNonNull(by);
        requireNonNull(createdAt);
        requireNonNull(expiresAt);
    }

    /** Without the hash and the address. */
    @Override
    public String toString() {
        return "Invitation[" + id + "]";
    }
}
