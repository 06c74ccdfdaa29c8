package io.tenderhub.team;

import static java.util.Objects.requireNonNull;

/**
 * A team and how far it fills its plan.
 *
 * @param members how many there are
 * @param invited how many open invitations hold a seat besides
 */
public record TeamOverview(Team team, Plan plan, int members, int invited) {
    public TeamOverview {
        requireNonNull(team);
        requireNonNull(plan);
    }
}
