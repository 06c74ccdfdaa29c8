package io.tenderhub.postgres;

import static java.util.Objects.requireNonNull;

import io.tenderhub.event.UnitOfWork;
import io.tenderhub.failure.ConflictException;
import io.tenderhub.team.TeamId;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * Opens transactions, sets their team, and runs them again when they lost a race against others, or their connection before
 * they came to the commit. What becomes of a transaction whose connection is lost in the commit nobody knows: that one is not run
 * again.
 */
final class Transactions implements UnitOfWork {
    private static final int MOST_ATTEMPTS = 30;
    private static final int FIRST_PAUSE_MILLIS = 5;
    /** The pause doubles up to this attempt, to about two and a half seconds: longer than a deadlock takes to be noticed. */
    private static final int LONGEST_PAUSE = 9;
    /** As long as after so many lost races: a server that just restarts needs longer than a rival. */
    private static final int FIRST_PAUSE_AFTER_LOSS = 3;

    private final Database database;
    private final ThreadLocal<Boolean> open = ThreadLocal.withInitial(() -> false);

    Transactions(Database database) {
        this.database = database;
    }

    @Override
    public <T> T forSystem(Function<? super SystemTransaction, ? extends T> work) {
        requireNonNull(work);
        return run(transaction -> {
            transaction.run("system", database.rights()::takeSystem);
            return work.apply(new AllTeams(transaction));
        });
    }

    @Override
    public <T> T forTeam(TeamId team, Function<? super TeamTransaction, ? extends T> work) {
        requireNonNull(team);
        requireNonNull(work);
        return run(transaction -> {
            transaction.run("team " + team, handle -> database.rights().takeTeam(handle, team));
            return work.apply(new OneTeam(new TeamScope(transaction, team)));
        });
    }

    private <T> T run(Function<Transaction, T> work) {
        if (open.get()) {
            throw new IllegalStateException(
                    "a transaction is open on this thread already; do everything that belongs together in it");
        }
        open.set(true);
        try {
            int lostConnections = 0;
            for (int attempt = 1; ; attempt++) {
                try {
                    return once(work);
                } catch (LostConnection e) {
                    lostConnections++;
                    if (lostConnections == Database.ATTEMPTS) {
                        throw e.failure;
                    }
                    pause(FIRST_PAUSE_AFTER_LOSS + lostConnections);
                } catch (LostRace e) {
                    if (attempt == MOST_ATTEMPTS) {
                        throw new ConflictException("others kept changing the same rows; try again");
                    }
                    pause(attempt);
                }
            }
        } finally {
            open.remove();
        }
    }

    private <T> T once(Function<Transaction, T> work) throws LostRace, LostConnection {
        try (Handle handle = database.open()) {
            handle.begin();
            Transaction transaction = new Transaction(database, handle);
            T result;
            try {
                result = work.apply(transaction);
            } catch (RuntimeException | Error e) {
                // Also errors: nothing of a work that did not return may be kept.
                rollback(handle, e);
                tellWhetherToRunAgain(transaction);
                throw e;
            } finally {
                transaction.end();
            }
            if (transaction.failure().isPresent()) {
                RuntimeException failure = transaction.failure().get();
                rollback(handle, failure);
                tellWhetherToRunAgain(transaction);
                throw failure;
            }
            handle.commit();
            return result;
        } catch (JdbiException e) {
            if (SqlFailures.lostRace(e)) {
                throw new LostRace();
            }
            throw database.failures().translate("transaction", e);
        }
    }

    private static void tellWhetherToRunAgain(Transaction transaction) throws LostRace, LostConnection {
        if (transaction.lostRace()) {
            throw new LostRace();
        }
        if (transaction.lostConnection()) {
            throw new LostConnection(transaction.failure().orElseThrow());
        }
    }

    private static void rollback(Handle handle, Throwable failure) {
        try {
            handle.rollback();
        } catch (JdbiException e) {
            // The connection is gone, and with it the transaction; the failure that led here says more.
            failure.addSuppressed(e);
        }
    }

    private static void pause(int attempt) {
        try {
            Thread.sleep(ThreadLocalRandom.current()
                    .nextInt(1, (FIRST_PAUSE_MILLIS << Math.min(attempt, LONGEST_PAUSE)) + 1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConflictException("interrupted while others were changing the same rows");
        }
    }

    /** The store ended the transaction only because of others. */
    private static final class LostRace extends Exception {
        LostRace() {
            super(null, null, false, false);
        }
    }

    /** The connection was gone before the commit. */
    private static final class LostConnection extends Exception {
        private final transient RuntimeException failure;

        LostConnection(RuntimeException failure) {
            super(null, failure, false, false);
            this.failure = failure;
        }
    }
}
