package io.tenderhub.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.tenderhub.contract.MovableClock;
import io.tenderhub.embedded.EmbeddedStores;
import io.tenderhub.embedded.Store;
import io.tenderhub.failure.BreakerState;
import io.tenderhub.failure.UnavailableException;
import io.tenderhub.teststores.TestStores;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BreakerTest {
    private static final Duration PAUSE = Duration.ofSeconds(60);

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-21T08:00:00Z"));
    private final EmbeddedStores stores = TestStores.own().only(Store.MONGO).start();
    private final MongoClient client = TestMongo.attentive(stores.mongoUrl(), 30_000);
    private final MongoDatabase database = client.getDatabase("test");
    private final MongoCalls calls = new MongoCalls(Optional.of("store:1"), "test", 5, PAUSE, clock);
    private final AtomicInteger asked = new AtomicInteger();

    @AfterEach
    void close() {
        client.close();
        stores.close();
    }

    private Document ping() {
        return ping(database);
    }

    private Document ping(MongoDatabase asking) {
        return calls.call(() -> {
            asked.incrementAndGet();
            return asking.runCommand(new Document("ping", 1));
        });
    }

    /** Waits but shortly for a server that is not there. */
    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            assertThatExceptionOfType(UnavailableException.class)
                    .isThrownBy(() -> ping(database.withTimeout(100, TimeUnit.MILLISECONDS)));
        }
    }

    /** Until the driver has noticed. */
    private void startAgain() {
        stores.start(Store.MONGO);
        client.listDatabaseNames().first();
    }

    @Test
    void aServerThatAnswersIsAskedAlways() {
        for (int i = 0; i < 20; i++) {
            ping();
        }
        assertThat(calls.breaker()).isEqualTo(BreakerState.CLOSED);
    }

    @Test
    void afterFiveFailuresInARowTheServerIsLeftAlone() {
        stores.stop(Store.MONGO);
        fail(4);
        assertThat(calls.breaker()).isEqualTo(BreakerState.CLOSED);
        fail(1);
        assertThat(calls.breaker()).isEqualTo(BreakerState.OPEN);
        int before = asked.get();

        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(this::ping)
                .withMessageStartingWith("MongoDB at store:1 is unavailable")
                .withMessageContaining("failed 5 times in a row")
                .withMessageContaining("not asked again until 2026-11-21T08:01:00Z");
        assertThat(asked).hasValue(before);
    }

    @Test
    void afterThePauseOneCallFindsThatItAnswersAgain() {
        stores.stop(Store.MONGO);
        fail(5);
        startAgain();
        fail(1);

        clock.advance(PAUSE.plusMillis(1));
        ping();

        assertThat(calls.breaker()).isEqualTo(BreakerState.CLOSED);
        ping();
    }

    @Test
    void afterThePauseOneFailureIsEnoughForAnother() {
        stores.stop(Store.MONGO);
        fail(5);
        clock.advance(PAUSE.plusMillis(1));
        fail(1);
        assertThat(calls.breaker()).isEqualTo(BreakerState.OPEN);
        int before = asked.get();

        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(this::ping)
                .withMessageContaining("not asked again until 2026-11-21T08:02:00Z");
        assertThat(asked).hasValue(before);
    }

    @Test
    void theOthersFailAtOnceWhileOneFindsOut() throws Exception {
        stores.stop(Store.MONGO);
        fail(5);
        startAgain();
        clock.advance(PAUSE.plusMillis(1));
        CountDownLatch asking = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<Boolean> probe = thread.submit(() -> calls.call(() -> {
                asking.countDown();
                return await(answer);
            }));
            asking.await();

            assertThat(calls.breaker()).isEqualTo(BreakerState.HALF_OPEN);
            assertThatExceptionOfType(UnavailableException.class)
                    .isThrownBy(this::ping)
                    .withMessageContaining("finding out");
            answer.countDown();
            assertThat(probe.get(2, TimeUnit.MINUTES)).isTrue();
        } finally {
            thread.shutdownNow();
        }
        ping();
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(2, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aRefusalIsAnAnswer() {
        for (int i = 0; i < 10; i++) {
            assertThatIllegalStateException().isThrownBy(this::askTheImpossible);
        }
        assertThat(calls.breaker()).isEqualTo(BreakerState.CLOSED);

        stores.stop(Store.MONGO);
        fail(4);
        startAgain();
        assertThatIllegalStateException().isThrownBy(this::askTheImpossible);
        stores.stop(Store.MONGO);
        fail(4);

        assertThat(calls.breaker()).isEqualTo(BreakerState.CLOSED);
    }

    private Document askTheImpossible() {
        return calls.call(() -> database.runCommand(new Document("noSuchCommand", 1)));
    }

    @Test
    void anInterruptedProbeSaysNothing() {
        stores.stop(Store.MONGO);
        fail(5);
        startAgain();
        clock.advance(PAUSE.plusMillis(1));

        Thread.currentThread().interrupt();
        assertThatExceptionOfType(UnavailableException.class).isThrownBy(this::ping);
        assertThat(Thread.interrupted()).isTrue();

        assertThat(calls.breaker()).isEqualTo(BreakerState.HALF_OPEN);
        ping();
        assertThat(calls.breaker()).isEqualTo(BreakerState.CLOSED);
    }

    @Test
    void withoutAPauseTheServerIsAskedAlways() {
        MongoCalls eager = new MongoCalls(Optional.of("store:1"), "test", 2, Duration.ZERO, clock);
        stores.stop(Store.MONGO);
        for (int i = 0; i < 5; i++) {
            assertThatExceptionOfType(UnavailableException.class)
                    .isThrownBy(() -> eager.call(() -> {
                        asked.incrementAndGet();
                        return database.withTimeout(100, TimeUnit.MILLISECONDS).runCommand(new Document("ping", 1));
                    }))
                    .satisfies(e -> assertThat(e.store()).isEqualTo("MongoDB at store:1"));
        }

        assertThat(asked.get()).isGreaterThanOrEqualTo(5);
        assertThat(eager.breaker()).isEqualTo(BreakerState.CLOSED);
    }

    @Test
    void theAdapterTellsTheState() {
        MongoAdapter adapter = MongoAdapter.builder(database.withTimeout(100, TimeUnit.MILLISECONDS))
                .pause(2, Duration.ofMinutes(10))
                .build();
        assertThat(adapter.breaker()).isEqualTo(BreakerState.CLOSED);
        stores.stop(Store.MONGO);
        for (int i = 0; i < 2; i++) {
            assertThatExceptionOfType(UnavailableException.class)
                    .isThrownBy(() -> adapter.summaries().count());
        }

        assertThat(adapter.breaker()).isEqualTo(BreakerState.OPEN);
    }

    @Test
    void aConnectionLostByARestartIsNoFailure() {
        MongoAdapter adapter = MongoAdapter.builder(database).build();
        adapter.scores().forTeam(Samples.ACME).deleteEverything();

        stores.stop(Store.MONGO);
        stores.start(Store.MONGO);

        // Of all the calls the one that the driver does not try again.
        assertThat(adapter.scores().forTeam(Samples.ACME).deleteEverything()).isZero();
    }
}
