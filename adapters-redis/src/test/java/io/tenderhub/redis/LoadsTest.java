package io.tenderhub.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoadsTest {
    private static final int CALLERS = 8;

    private final Loads loads = new Loads();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch loading = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final AtomicInteger loaded = new AtomicInteger();
    private final AtomicInteger stored = new AtomicInteger();

    @AfterEach
    void stop() {
        goOn.countDown();
        threads.shutdownNow();
    }

    @Test
    void manyCallersShareOneLoad() throws Exception {
        List<Future<Optional<Integer>>> results = callersWhoWaitFor(this::slowly);
        goOn.countDown();

        for (Future<Optional<Integer>> result : results) {
            assertThat(result.get()).contains(1);
        }
        assertThat(stored).hasValue(1);
    }

    @Test
    void thoseWhoWaitGetTheFailureOfTheLoad() throws Exception {
        IllegalStateException failure = new IllegalStateException("the source is gone");
        List<Future<Optional<Integer>>> results = callersWhoWaitFor(() -> {
            slowly();
            throw failure;
        });
        goOn.countDown();

        for (Future<Optional<Integer>> result : results) {
            assertThatThrownBy(result::get).hasCause(failure);
        }
        assertThat(load("new", () -> Optional.of(7))).contains(7);
    }

    @Test
    void whoFindsNewGenerationsDoesNotShareALoadOfTheOldOnes() throws Exception {
        Future<Optional<Integer>> old = threads.submit(() -> load("old", this::slowly));
        assertThat(loading.await(60, TimeUnit.SECONDS)).isTrue();

        Future<Optional<Integer>> fresh = threads.submit(() -> load("new", () -> Optional.of(7)));
        assertThat(fresh.get(60, TimeUnit.SECONDS)).contains(7);

        goOn.countDown();
        assertThat(old.get()).contains(1);
    }

    @Test
    void aLoadMayAskForItself() throws Exception {
        Future<Optional<Integer>> nested = threads.submit(() ->
                load("g", () -> load("g", () -> Optional.of(7)).map(inner -> inner + 1)));
        assertThat(nested.get(60, TimeUnit.SECONDS)).as("the nested load").contains(71);
    }

    private Optional<Integer> load(String generations, Supplier<Optional<Integer>> loader) {
        return loads.load(
                "key", generations, Integer.class, loader, answer -> stored.incrementAndGet(), () -> Optional.of(70));
    }

    private Optional<Integer> slowly() {
        int number = loaded.incrementAndGet();
        loading.countDown();
        try {
            goOn.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return Optional.of(number);
    }

    private List<Future<Optional<Integer>>> callersWhoWaitFor(Supplier<Optional<Integer>> loader) {
        List<Future<Optional<Integer>>> results = new ArrayList<>();
        List<Thread> callers = new ArrayList<>();
        for (int caller = 0; caller < CALLERS; caller++) {
            var thread = new CompletableFuture<Thread>();
            results.add(threads.submit(() -> {
                thread.complete(Thread.currentThread());
                return load("g", loader);
            }));
            callers.add(thread.join());
        }
        while (callers.stream().anyMatch(thread -> thread.getState() != Thread.State.WAITING)) {
            Thread.onSpinWait();
        }
        assertThat(loaded).hasValue(1);
        return results;
    }
}
