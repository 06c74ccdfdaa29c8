package io.tenderhub.team;

import static java.util.Objects.requireNonNull;

import io.tenderhub.account.UserId;
import java.time.Instant;

/** A user in a team. */
public record Member(UserId user, Role role, Instant joinedAt) {
    public Member {
        requireNonNull(user);
        requireNonNull(role);
        requireNonNull(joinedAt);
    }
}
