package io.tenderhub.bootstrap;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.IMetricsTracker;
import io.tenderhub.operation.PoolUse;
import io.tenderhub.operation.StoreJournal;
import java.time.Duration;
import java.util.Optional;

/** What the pool of PostgreSQL tells. */
final class PostgresPool implements IMetricsTracker {
    private final StoreJournal journal;
    private final Duration patience;

    /** @param patience how long the pool lets a thread wait */
    PostgresPool(StoreJournal journal, Duration patience) {
        this.journal = journal;
        this.patience = patience;
    }

    @Override
    public void recordConnectionAcquiredNanos(long nanos) {
        journal.waited(Duration.ofNanos(nanos), true);
    }

    @Override
    public void recordConnectionTimeout() {
        journal.waited(patience, false);
    }

    static PoolUse use(HikariDataSource pool) {
        return Optional.ofNullable(pool.getHikariPoolMXBean())
                .map(now -> new PoolUse(
                        now.getActiveConnections(),
                        now.getIdleConnections(),
                        now.getThreadsAwaitingConnection(),
                        pool.getMaximumPoolSize()))
                .orElseGet(() -> new PoolUse(0, 0, 0, pool.getMaximumPoolSize()));
    }
}
