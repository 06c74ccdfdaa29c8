package io.tenderhub.bootstrap;

import io.tenderhub.failure.BreakerState;
import io.tenderhub.operation.PoolUse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Asks the stores how they fare: all at the same time, each at most once at a time however many want to know, and nobody waits
 * longer than two seconds.
 */
final class StoreChecks {
    static final Duration PATIENCE = Duration.ofSeconds(2);

    private final List<Checked> stores;

    StoreChecks(List<Checked> stores) {
        this.stores = stores;
    }

    /** @param facts none if the store answers but would not tell */
    private record Answered(Duration latency, Optional<StoreFacts> facts) {}

    /** One store, and what is known of it without asking. */
    record Checked(
            String name,
            String address,
            boolean holdsTheTruth,
            Supplier<BreakerState> breaker,
            Supplier<PoolUse> pool,
            SharedAnswer<Answered> answer) {

        /** @param question fails if the store does not answer */
        static Checked of(
                String name,
                String address,
                boolean holdsTheTruth,
                Supplier<BreakerState> breaker,
                Supplier<PoolUse> pool,
                Callable<Optional<StoreFacts>> question,
                Executor executor) {
            return new Checked(
                    name,
                    address,
                    holdsTheTruth,
                    breaker,
                    pool,
                    new SharedAnswer<>(() -> timed(question), executor, System::nanoTime));
        }

        private static Answered timed(Callable<Optional<StoreFacts>> question) {
            long begun = System.nanoTime();
            try {
                Optional<StoreFacts> facts = question.call();
                return new Answered(Duration.ofNanos(System.nanoTime() - begun), facts);
            } catch (Exception e) {
                // Whatever keeps a store from answering, each driver in its own exceptions: it is not up.
                throw new CompletionException(e);
            }
        }

        private StoreHealth health() {
            Optional<Answered> answered = answer.begunWithin(PATIENCE);
            return new StoreHealth(
                    name,
                    address,
                    answered.isPresent(),
                    holdsTheTruth,
                    breaker.get(),
                    answered.map(Answered::latency),
                    pool.get(),
                    answered.flatMap(Answered::facts));
        }
    }

    List<StoreHealth> health() {
        stores.forEach(store -> store.answer().begin());
        return stores.stream().map(Checked::health).toList();
    }
}
