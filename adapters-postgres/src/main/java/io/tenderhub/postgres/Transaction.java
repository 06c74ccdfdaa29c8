package io.tenderhub.postgres;

import io.tenderhub.failure.ConflictException;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** One open transaction, in which statements are run: dead once it ended, and with it what was had through it. */
final class Transaction {
    private final Database database;
    private final Handle handle;
    private volatile boolean ended;
    private @Nullable RuntimeException failure;
    private boolean lostRace;
    private boolean lostConnection;

    Transaction(Database database, Handle handle) {
        this.database = database;
        this.handle = handle;
    }

    /**
     * Runs statements in the transaction. A failed statement fails the whole transaction, also if the caller swallows the
     * exception: PostgreSQL would otherwise turn the commit into a rollback.
     */
    <T> T run(String subject, Function<Handle, T> statements) {
        if (ended) {
            throw new IllegalStateException("the transaction has ended; its repositories are of no use any more");
        }
        if (failure != null) {
            throw failure;
        }
        try {
            return statements.apply(handle);
        } catch (JdbiException e) {
            lostRace = SqlFailures.lostRace(e);
            lostConnection = SqlFailures.lostConnection(e);
            RuntimeException translated = database.failures().translate(subject, e);
            failure = translated;
            throw translated;
        }
    }

    void end() {
        ended = true;
    }

    Optional<RuntimeException> failure() {
        return Optional.ofNullable(failure);
    }

    boolean lostRace() {
        return lostRace;
    }

    /** Whether a statement found that the connection was gone: nothing of the transaction is kept. */
    boolean lostConnection() {
        return lostConnection;
    }

    Database database() {
        return database;
    }

    /** Lets the transaction end as it does after a failed statement, though none failed. */
    ConflictException refuse(ConflictException refusal) {
        failure = refusal;
        return refusal;
    }
}
