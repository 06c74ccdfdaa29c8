package io.tenderhub.bootstrap;

import io.tenderhub.event.OutboxBacklog;
import io.tenderhub.failure.BreakerState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** How the stores fare, asked on a few threads of its own: a store that is away holds up nobody who asks after it. */
final class HubHealth implements AutoCloseable {
    /** One for each question there is. */
    private static final int THREADS = 4;

    private static final Duration BACKLOG_AGE = Duration.ofSeconds(5);
    private static final Duration BACKLOG_PATIENCE = Duration.ofMillis(500);

    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            0, THREADS, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), new Named("tenderhub-health"));
    private final StoreChecks checks;
    private final RecentAnswer<OutboxBacklog> backlog;

    HubHealth(HubConfiguration configuration, HubStores stores) {
        StoreClients clients = stores.clients();
        this.checks = new StoreChecks(List.of(
                StoreChecks.Checked.of(
                        "postgres",
                        Addresses.of(configuration.text(Setting.POSTGRES_URL)),
                        true,
                        () -> BreakerState.CLOSED,
                        clients::postgresPool,
                        () -> StoreQuestions.postgres(clients.postgres()),
                        threads),
                StoreChecks.Checked.of(
                        "mongo",
                        Addresses.of(configuration.text(Setting.MONGO_URL)),
                        false,
                        stores.mongo()::breaker,
                        clients::mongoPool,
                        () -> StoreQuestions.mongo(clients.mongo(), clients.mongoCluster()),
                        threads),
                StoreChecks.Checked.of(
                        "redis",
                        Addresses.of(configuration.text(Setting.REDIS_URL)),
                        false,
                        stores.redis()::breaker,
                        clients::redisPool,
                        () -> StoreQuestions.redis(clients.redis(), configuration.flag(Setting.REDIS_CLUSTER)),
                        threads)));
        this.backlog = new RecentAnswer<>(
                new SharedAnswer<>(() -> stores.postgres().outboxQueue().backlog(), threads, System::nanoTime),
                BACKLOG_AGE,
                BACKLOG_PATIENCE,
                System::nanoTime);
    }

    List<StoreHealth> stores() {
        return checks.health();
    }

    /** Some seconds old at most; empty while it is not known. */
    Optional<OutboxBacklog> backlog() {
        return backlog.get();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    /** Threads that end with the program. */
    private record Named(String name, AtomicInteger count) implements ThreadFactory {
        private Named(String name) {
            this(name, new AtomicInteger());
        }

        @Override
        public Thread newThread(Runnable work) {
            Thread thread = new Thread(work, name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        }
    }
}
