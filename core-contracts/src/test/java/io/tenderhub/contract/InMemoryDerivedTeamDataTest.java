package io.tenderhub.contract;

import io.tenderhub.activity.ActivityLog;
import io.tenderhub.cache.SecondLevel;
import io.tenderhub.memory.InMemoryHub;
import io.tenderhub.readiness.ScoreRepository;
import io.tenderhub.search.SearchLog;
import io.tenderhub.team.DerivedTeamData;
import java.time.Clock;

final class InMemoryDerivedTeamDataTest extends DerivedTeamDataContract {
    private final InMemoryHub hub = new InMemoryHub(Clock.systemUTC());

    @Override
    protected DerivedTeamData data() {
        return hub.derivedTeamData();
    }

    @Override
    protected ScoreRepository scores() {
        return hub.scores();
    }

    @Override
    protected ActivityLog log() {
        return hub.activityLog();
    }

    @Override
    protected SearchLog searches() {
        return hub.searchLog();
    }

    @Override
    protected SecondLevel secondLevel() {
        return hub.secondLevel();
    }
}
