package io.tenderhub.contract;

import io.tenderhub.memory.InMemoryHub;
import io.tenderhub.readiness.ScoreRepository;
import java.time.Clock;

final class InMemoryScoresTest extends ScoreRepositoryContract {
    private final InMemoryHub hub = new InMemoryHub(Clock.systemUTC());

    @Override
    protected ScoreRepository scores() {
        return hub.scores();
    }
}
