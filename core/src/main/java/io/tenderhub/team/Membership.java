package io.tenderhub.team;

import static java.util.Objects.requireNonNull;

import io.tenderhub.account.UserId;

/** That a user is in a team. */
public record Membership(TeamId team, UserId user, Role role) {
    public Membership {
        requireNonNull(team);
        requireNonNull(user);
        requireNonNull(role);
    }
}
