package io.tenderhub.team;

import static java.util.Objects.requireNonNull;

/** A team that a user is in, and as what. */
public record TeamOfUser(Team team, Role role) {
    public TeamOfUser {
        requireNonNull(team);
        requireNonNull(role);
    }
}
