package io.tenderhub.team;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Lets a program act for a team.
 *
 * @param id within the team
 * @param name for people
 * @param keyHash SHA-256 of its secret, in hexadecimal; the secret has 256 random bits, so that a fast hash is enough
 * @param scopes what it may do
 * @param by who made it, as the audit trail shows it
 */
public record ApiKey(
        String id,
        String name,
        String keyHash,
        Set<Permission> scopes,
        String by,
        Instant createdAt,
        Optional<Instant> revokedAt) {
    public ApiKey {
        requireNonNull(id);
        requireNonNull(name);
        requireNonNull(keyHash);
        scopes = Set.copyOf(scopes);
        requireNonNull(by);
        requireNonNull(createdAt);
        requireNonNull(revokedAt);
    }

    public boolean isRevoked() {
        return revokedAt.isPresent();
    }

    /** Without the hash. */
    @Override
    public String toString() {
        return "ApiKey[" + id + "]";
    }
}
