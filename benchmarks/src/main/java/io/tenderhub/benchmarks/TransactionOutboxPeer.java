package io.tenderhub.benchmarks;

import com.gruelbox.transactionoutbox.Dialect;
import com.gruelbox.transactionoutbox.Instantiator;
import com.gruelbox.transactionoutbox.Persistor;
import com.gruelbox.transactionoutbox.Submitter;
import com.gruelbox.transactionoutbox.TransactionManager;
import com.gruelbox.transactionoutbox.TransactionOutbox;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * gruelbox transaction-outbox on the same database, as its manual says: a pool of threads of its own as the submitter, and
 * {@code flush} in a loop with its largest documented batch.
 */
final class TransactionOutboxPeer implements OutboxSide {
    private static final int FLUSH_BATCH = 4_096;
    private static final int LOOK_EVERY_MILLIS = 1;

    private static final Duration UNTIL_DUE = Duration.ofSeconds(2);

    private final HikariDataSource database;
    private final TransactionManager transactions;
    private final Arrivals arrivals = new Arrivals();
    private final ExecutorService pool;
    private final TransactionOutbox appending;
    private final TransactionOutbox working;

    /** What is called for each event. */
    interface Handler {
        void handle(String type, String aggregate, String name, String value);
    }

    TransactionOutboxPeer(HikariDataSource database, int threads) {
        this.database = database;
        this.transactions = TransactionManager.fromDataSource(database);
        this.pool = Executors.newFixedThreadPool(threads);
        // Of a node that appends and is no more: it hands nothing on, and others may soon.
        this.appending = outbox(UNTIL_DUE, (entry, process) -> {});
        this.working = outbox(Duration.ofMinutes(2), Submitter.withExecutor(pool));
    }

    private TransactionOutbox outbox(Duration attemptFrequency, Submitter submitter) {
        Handler nothing = (type, aggregate, name, value) -> arrivals.arrive(1);
        return TransactionOutbox.builder()
                .transactionManager(transactions)
                .persistor(Persistor.forDialect(Dialect.POSTGRESQL_9))
                .instantiator(Instantiator.using(type -> nothing))
                .submitter(submitter)
                .attemptFrequency(attemptFrequency)
                .flushBatchSize(FLUSH_BATCH)
                .build();
    }

    @Override
    public String name() {
        return "transaction-outbox";
    }

    @Override
    public void clear() {
        Statements.run(database, "TRUNCATE TXNO_OUTBOX");
        arrivals.reset();
    }

    @Override
    public void append(int events) {
        for (int done = 0; done < events; done += Payload.TRANSACTION) {
            int from = done;
            transactions.inTransaction(() -> {
                for (int n = from; n < Math.min(events, from + Payload.TRANSACTION); n++) {
                    schedule(appending, n);
                }
            });
        }
        pause(UNTIL_DUE.toMillis() + 1);
    }

    private static void schedule(TransactionOutbox outbox, int n) {
        outbox.schedule(Handler.class).handle(Payload.TYPE, Payload.aggregate(n), Payload.NAME, Payload.VALUE);
    }

    @Override
    public void drain(int events) {
        while (working.flush()) {
            // Until nothing is due any more.
        }
        while (arrivals.count() < events) {
            pause(LOOK_EVERY_MILLIS);
        }
    }

    private static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts a measurement", e);
        }
    }

    @Override
    public void keepWorking() {
        arrivals.time();
    }

    /** In the process that appends; another process finds the event at its next flush. */
    @Override
    public long appendAndAwait() throws InterruptedException {
        long[] committing = new long[1];
        transactions.inTransaction(() -> {
            schedule(working, 0);
            committing[0] = System.nanoTime();
        });
        return arrivals.next() - committing[0];
    }

    @Override
    public void close() {
        pool.shutdown();
    }
}
