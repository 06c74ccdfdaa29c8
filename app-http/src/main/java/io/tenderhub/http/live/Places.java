package io.tenderhub.http.live;

import io.tenderhub.team.TeamId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How many may follow: in all, of one team, and of those who name none at most half of all, so that they leave room for teams. */
final class Places {
    enum Outcome {
        TAKEN,
        TOO_MANY_OF_TEAM,
        TOO_MANY
    }

    private final int most;
    private final int mostOfTeam;
    private final Map<Optional<TeamId>, Integer> taken = new HashMap<>();
    private int all;

    Places(int most, int mostOfTeam) {
        this.most = most;
        this.mostOfTeam = mostOfTeam;
    }

    synchronized Outcome take(Optional<TeamId> team) {
        int ofTeam = taken.getOrDefault(team, 0);
        if (team.isPresent() && ofTeam >= mostOfTeam) {
            return Outcome.TOO_MANY_OF_TEAM;
        }
        if (all >= most || team.isEmpty() && ofTeam >= Math.max(1, most / 2)) {
            return Outcome.TOO_MANY;
        }
        all++;
        taken.put(team, ofTeam + 1);
        return Outcome.TAKEN;
    }

    synchronized void give(Optional<TeamId> team) {
        all--;
        taken.computeIfPresent(team, (name, count) -> count > 1 ? count - 1 : null);
    }
}
