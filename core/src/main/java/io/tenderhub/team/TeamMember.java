package io.tenderhub.team;

import static java.util.Objects.requireNonNull;

import io.tenderhub.account.User;
import java.time.Instant;

/** A member, with what others in his team see of him as a user. */
public record TeamMember(User user, Role role, Instant joinedAt) {
    public TeamMember {
        requireNonNull(user);
        requireNonNull(role);
        requireNonNull(joinedAt);
    }
}
