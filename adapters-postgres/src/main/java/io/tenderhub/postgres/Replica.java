package io.tenderhub.postgres;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.tenderhub.failure.BreakerState;
import io.tenderhub.failure.ConflictException;
import io.tenderhub.failure.UnavailableException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads from a streaming replica what it has already, and from the primary what it has not: the primary is asked how far it is,
 * which touches no table, and the replica is read once it has come there. So nobody reads anything older than he would read from the
 * primary, and a cache that is filled with it keeps its promise. A replica that is away, too far behind or none at all is left
 * alone for a while.
 */
final class Replica implements Reading {
    private static final Logger LOG = LoggerFactory.getLogger(Replica.class);
    /** What it takes a healthy replica to catch up, and little beside a search. */
    private static final Duration PATIENCE = Duration.ofMillis(200);

    private static final long LOOK_MILLIS = 5;

    /** Where commits are not waited for, those that are visible may not be flushed yet. */
    private static final String PRIMARY = "SELECT (CASE current_setting('synchronous_commit') WHEN 'off'"
            + " THEN pg_current_wal_insert_lsn() ELSE pg_current_wal_flush_lsn() END)::text AS lsn,"
            + " (SELECT system_identifier FROM pg_control_system()) AS cluster";

    private static final String REPLICA =
            "SELECT pg_is_in_recovery() AND pg_last_wal_replay_lsn() >= :lsn::pg_lsn AS there,"
                    + " pg_is_in_recovery() AND (SELECT system_identifier FROM pg_control_system()) = :cluster AS replica";

    private final Database primary;
    private final Database replica;
    private final CircuitBreaker breaker;
    private volatile String lastFailure = "";

    Replica(Database primary, Database replica, ReplicaPause pause) {
        this.primary = primary.reading();
        this.replica = replica;
        this.breaker = pause.breaker();
        breaker.getEventPublisher().onStateTransition(event -> {
            switch (event.getStateTransition().getToState()) {
                case OPEN -> LOG.warn("The replica is left alone for {}: {}", pause.pause(), lastFailure);
                case CLOSED -> LOG.info("The replica is read again");
                default -> LOG.debug("The replica: {}", event.getStateTransition());
            }
        });
    }

    BreakerState state() {
        return switch (breaker.getState()) {
            case OPEN, FORCED_OPEN -> BreakerState.OPEN;
            case HALF_OPEN -> BreakerState.HALF_OPEN;
            case CLOSED, DISABLED, METRICS_ONLY -> BreakerState.CLOSED;
        };
    }

    private record Position(String lsn, long cluster) {}

    @Override
    public <T> T run(String subject, Function<Handle, T> statements) {
        if (!breaker.tryAcquirePermission()) {
            return primary.run(subject, statements);
        }
        Optional<Found<T>> found = Optional.empty();
        boolean told = false;
        try {
            Position position = primary.run(
                    "replication",
                    handle -> handle.createQuery(PRIMARY)
                            .map((row, context) -> new Position(row.getString("lsn"), row.getLong("cluster")))
                            .one());
            found = fromReplica(subject, position, statements);
            told = true;
        } finally {
            if (!told) {
                // The primary is away, or what was asked can't be answered; either says nothing of the replica.
                breaker.releasePermission();
            }
        }
        return found.isPresent() ? found.get().value() : primary.run(subject, statements);
    }

    private record Found<T>(T value) {}

    /** Empty if the replica can't answer now, which its breaker then knows. */
    private <T> Optional<Found<T>> fromReplica(String subject, Position position, Function<Handle, T> statements) {
        try {
            T value = replica.run(subject, handle -> {
                awaitPosition(handle, position);
                return statements.apply(handle);
            });
            breaker.onSuccess(0, TimeUnit.NANOSECONDS);
            return Optional.of(new Found<>(value));
        } catch (UnavailableException | ConflictException | NotThere e) {
            lastFailure = String.valueOf(e.getMessage());
            breaker.onError(0, TimeUnit.NANOSECONDS, e);
            return Optional.empty();
        }
    }

    private static void awaitPosition(Handle handle, Position position) {
        long begun = System.nanoTime();
        while (!isThere(handle, position)) {
            if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                throw new NotThere("it is behind by more than " + PATIENCE.toMillis() + " ms");
            }
            try {
                Thread.sleep(LOOK_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new NotThere("interrupted while it was behind");
            }
        }
    }

    private static boolean isThere(Handle handle, Position position) {
        return handle.createQuery(REPLICA)
                .bind("lsn", position.lsn())
                .bind("cluster", position.cluster())
                .map((row, context) -> {
                    if (!row.getBoolean("replica")) {
                        throw new NotThere("it is no replica of this primary");
                    }
                    return row.getBoolean("there");
                })
                .one();
    }

    /** Why the replica can't be read just now. */
    private static final class NotThere extends RuntimeException {
        NotThere(String reason) {
            super(reason, null, false, false);
        }
    }
}
