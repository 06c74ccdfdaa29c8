package io.tenderhub.account;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A person who can log in.
 *
 * @param name as others see it
 * @param disabled whether he can't log in any more
 */
public record User(UserId id, EmailAddress email, String name, Instant createdAt, boolean disabled) {
    public User {
        requireNonNull(id);
        requireNonNull(email);
        requireNonNull(name);
        requireNonNull(createdAt);
    }

    public User withDisabled(boolean value) {
        return new User(id, email, name, createdAt, value);
    }
}
