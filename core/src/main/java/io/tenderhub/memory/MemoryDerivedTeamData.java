package io.tenderhub.memory;

import io.tenderhub.team.DerivedTeamData;
import io.tenderhub.team.TeamId;
import java.time.Instant;

record MemoryDerivedTeamData(
        MemoryScores scores, MemoryActivityLog activities, MemorySearchLog searches, MemorySecondLevel answers)
        implements DerivedTeamData {

    @Override
    public void forget(TeamId team) {
        forgetOlder(team, Instant.MAX);
    }

    @Override
    public void forgetOlder(TeamId team, Instant than) {
        scores.forget(team, than);
        activities.forget(team, than);
        searches.forget(team, than);
        answers.forget(team);
    }
}
