package io.tenderhub.team;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;

/**
 * A team, the tenant of what belongs to it.
 *
 * @param plan the name of its plan
 * @param zone in which its days and weeks begin
 */
public record Team(TeamId id, String name, String plan, ZoneId zone, State state, Instant createdAt) {

    /** Whether a team is ready for use. */
    public enum State {
        /** Being made: not in all stores yet. */
        REGISTERING,
        ACTIVE,
        /** Being removed: perhaps gone from some stores already. */
        LEAVING;

        /** {@code registering}, {@code active}, {@code leaving}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Team {
        requireNonNull(id);
        requireNonNull(name);
        requireNonNull(plan);
        requireNonNull(zone);
        requireNonNull(state);
        requireNonNull(createdAt);
    }

    public Team withState(State value) {
        return new Team(id, name, plan, zone, value, createdAt);
    }

    public Team withPlan(String value) {
        return new Team(id, name, value, zone, state, createdAt);
    }

    public Team withName(String value) {
        return new Team(id, value, plan, zone, state, createdAt);
    }
}
