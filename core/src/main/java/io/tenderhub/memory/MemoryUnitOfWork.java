package io.tenderhub.memory;

import io.tenderhub.event.UnitOfWork;
import io.tenderhub.team.TeamId;
import java.util.function.Function;

/** Collects the changes of a transaction aside and commits them at once, again if another one was quicker. */
final class MemoryUnitOfWork implements UnitOfWork {
    /** After so many runs in vain a transaction runs alone, so that it can't be overtaken for ever. */
    private static final int RUNS_BESIDE_OTHERS = 5;

    private final MemoryTruth truth;

    MemoryUnitOfWork(MemoryTruth truth) {
        this.truth = truth;
    }

    @Override
    public <T> T forSystem(Function<? super SystemTransaction, ? extends T> work) {
        return commit(changes -> work.apply(new MemorySystemTransaction(changes)));
    }

    @Override
    public <T> T forTeam(TeamId team, Function<? super TeamTransaction, ? extends T> work) {
        return commit(changes -> work.apply(new MemoryTeamTransaction(team, changes)));
    }

    private <T> T commit(Function<Changes, T> work) {
        for (int run = 0; run < RUNS_BESIDE_OTHERS; run++) {
            Changes changes = new Changes(truth);
            T result = runToEnd(work, changes);
            if (truth.commit(changes)) {
                return result;
            }
        }
        return truth.alone(alone -> {
            Changes changes = new Changes(alone);
            T result = runToEnd(work, changes);
            if (!alone.commit(changes)) {
                throw new IllegalStateException("a transaction within this one changed what it had read");
            }
            return result;
        });
    }

    private static <T> T runToEnd(Function<Changes, T> work, Changes changes) {
        try {
            return work.apply(changes);
        } finally {
            changes.end();
        }
    }
}
