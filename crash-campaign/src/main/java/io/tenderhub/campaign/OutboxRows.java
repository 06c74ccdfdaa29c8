package io.tenderhub.campaign;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The outbox as PostgreSQL has it, read past the product. Safe for several threads. */
final class OutboxRows implements AutoCloseable {
    private static final String TABLE = Grounds.PREFIX + "_outbox";
    private final Connection connection;

    OutboxRows(String postgresUrl) throws SQLException {
        this.connection = DriverManager.getConnection(postgresUrl);
    }

    /**
     * @param attempts of all events together
     * @param repeated how many events were taken up more than once
     */
    record State(long all, long waiting, long parked, long published, long attempts, long repeated) {}

    synchronized State state() {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*), count(*) FILTER (WHERE published_at IS NULL"
                        + " AND parked_at IS NULL), count(*) FILTER (WHERE parked_at IS NOT NULL), count(*) FILTER"
                        + " (WHERE published_at IS NOT NULL), coalesce(sum(attempts), 0), count(*) FILTER"
                        + " (WHERE attempts > 1) FROM " + TABLE)) {
            row.next();
            return new State(
                    row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6));
        } catch (SQLException e) {
            throw new IllegalStateException("the outbox can't be read", e);
        }
    }

    /** How many events are in some worker's hands. */
    synchronized long held() {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM " + TABLE
                        + " WHERE published_at IS NULL AND parked_at IS NULL AND claimed_until > now()")) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException("the outbox can't be read", e);
        }
    }

    /**
     * Waits until nothing waits, or until the patience is at its end.
     *
     * @return how long it took
     */
    Duration awaitQuiet(Duration patience) throws InterruptedException {
        long begin = System.nanoTime();
        while (state().waiting() > 0 && System.nanoTime() - begin < patience.toNanos()) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
