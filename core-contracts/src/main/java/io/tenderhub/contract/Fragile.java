package io.tenderhub.contract;

import io.tenderhub.event.UnitOfWork;
import io.tenderhub.failure.UnavailableException;
import io.tenderhub.team.DerivedTeamData;
import io.tenderhub.team.TeamId;
import io.tenderhub.team.VolatileTeamData;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** The stores of one node, which can be taken away from it, and which can be where it dies. */
final class Fragile {
    /** Ends the node that it meets: nothing of it runs any more. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    /** When what is kept of a team outside the truth was made; shared by all nodes. */
    static final class Leftovers {
        final Map<TeamId, Instant> derived = new ConcurrentHashMap<>();
        final Set<TeamId> fleeting = ConcurrentHashMap.newKeySet();
    }

    private final UnitOfWork truth;
    private final Leftovers leftovers;
    private final AtomicInteger lives;
    volatile Optional<? extends RuntimeException> derivedFails = Optional.empty();
    volatile boolean fleetingIsAway;
    volatile boolean truthIsAway;

    /** @param lives how often it may come to a store or go from it; then it dies there */
    Fragile(UnitOfWork truth, Leftovers leftovers, int lives) {
        this.truth = truth;
        this.leftovers = leftovers;
        this.lives = new AtomicInteger(lives);
    }

    private <T> T reach(java.util.function.Supplier<T> call) {
        live();
        T result = call.get();
        live();
        return result;
    }

    private void live() {
        if (lives.getAndDecrement() <= 0) {
            throw new Killed();
        }
    }

    static UnavailableException away(String store) {
        return new UnavailableException(store, "the test took it away", null);
    }

    UnitOfWork unitOfWork() {
        return new UnitOfWork() {
            @Override
            public <T> T forSystem(Function<? super SystemTransaction, ? extends T> work) {
                return reach(() -> truth.<T>forSystem(work));
            }

            @Override
            public <T> T forTeam(TeamId team, Function<? super TeamTransaction, ? extends T> work) {
                return reach(() -> {
                    if (truthIsAway) {
                        throw away("the truth");
                    }
                    return truth.<T>forTeam(team, work);
                });
            }
        };
    }

    DerivedTeamData derived() {
        return new DerivedTeamData() {
            @Override
            public void forget(TeamId team) {
                forgetOlder(team, Instant.MAX);
            }

            @Override
            public void forgetOlder(TeamId team, Instant than) {
                reach(() -> {
                    if (derivedFails.isPresent()) {
                        throw derivedFails.get();
                    }
                    leftovers.derived.computeIfPresent(team, (id, made) -> made.isBefore(than) ? null : made);
                    return team;
                });
            }
        };
    }

    VolatileTeamData fleeting() {
        return team -> reach(() -> {
            if (fleetingIsAway) {
                throw away("what may vanish");
            }
            return leftovers.fleeting.remove(team);
        });
    }
}
