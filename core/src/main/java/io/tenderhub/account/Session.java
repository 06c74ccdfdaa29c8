package io.tenderhub.account;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A user who has logged in.
 *
 * @param openedAt when he did
 * @param endsAt when it ends unless it is used before; never later than the absolute end
 */
public record Session(UserId user, Instant openedAt, Instant endsAt) {
    public Session {
        requireNonNull(user);
        requireNonNull(openedAt);
        requireNonNull(endsAt);
    }
}
