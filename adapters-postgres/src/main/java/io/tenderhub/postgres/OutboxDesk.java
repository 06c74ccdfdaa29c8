package io.tenderhub.postgres;

import io.tenderhub.event.OutboxAdministration;
import io.tenderhub.event.OutboxEntry;
import io.tenderhub.event.OutboxEntry.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** What an operator sees of the outbox and does with it. */
final class OutboxDesk implements OutboxAdministration {
    private static final String IS_WAITING = "published_at IS NULL AND parked_at IS NULL";
    private static final String IS_FREE = "(claimed_until IS NULL OR claimed_until <= :now::timestamptz)";
    private final Database database;
    private final String table;
    private final String select;

    OutboxDesk(Database database) {
        this.database = database;
        this.table = database.names().outbox();
        this.select = "SELECT id, type, aggregate_id, team_id, payload::text AS payload, created_at, attempts,"
                + " next_attempt_at, claimed_until, published_at, parked_at, last_error FROM " + table;
    }

    @Override
    public List<OutboxEntry> list(State state, long afterId, int limit) {
        return database.asSystem(
                "events",
                handle -> handle.createQuery(
                                select + " WHERE id > :after AND " + condition(state) + " ORDER BY id LIMIT :limit")
                        .bind("after", afterId)
                        .bind("limit", limit)
                        .map((row, context) -> entry(row))
                        .list());
    }

    @Override
    public Optional<OutboxEntry> find(long id) {
        return database.asSystem(
                "event " + id,
                handle -> handle.createQuery(select + " WHERE id = :id")
                        .bind("id", id)
                        .map((row, context) -> entry(row))
                        .findOne());
    }

    @Override
    public int retry(Collection<Long> ids) {
        return retryThose(
                "id = ANY(:ids::bigint[])",
                query -> query.bind("ids", TextArray.of(List.copyOf(ids), id -> Long.toString(id))));
    }

    @Override
    public int retryParked() {
        return retryThose("parked_at IS NOT NULL", query -> query);
    }

    private int retryThose(String which, UnaryOperator<Query> bind) {
        return database.asSystem("events", handle -> {
            Query due = handle.createQuery("UPDATE " + table + " SET attempts = 0, next_attempt_at = :now::timestamptz,"
                            + " parked_at = NULL, claimed_by = NULL, claimed_until = NULL"
                            + " WHERE published_at IS NULL AND " + IS_FREE + " AND " + which + " RETURNING id")
                    .bind("now", Times.text(database.now()));
            int count = bind.apply(due).mapTo(Long.class).list().size();
            if (count > 0) {
                wake(handle);
            }
            return count;
        });
    }

    private void wake(Handle handle) {
        handle.createQuery("SELECT pg_notify(:channel, '')::text")
                .bind("channel", database.names().outboxChannel())
                .mapTo(String.class)
                .one();
    }

    @Override
    public int purge(Instant publishedBefore, int most) {
        return database.asSystem(
                "events",
                handle -> handle.createUpdate("DELETE FROM " + table + " WHERE id IN (SELECT id FROM " + table
                                + " WHERE published_at < :before::timestamptz ORDER BY published_at LIMIT :most"
                                + " FOR UPDATE SKIP LOCKED)")
                        .bind("before", Times.text(Times.clamp(publishedBefore)))
                        .bind("most", most)
                        .execute());
    }

    private static String condition(State state) {
        return switch (state) {
            case WAITING -> IS_WAITING;
            case PARKED -> "parked_at IS NOT NULL";
            case PUBLISHED -> "published_at IS NOT NULL";
        };
    }

    private static OutboxEntry entry(ResultSet row) throws SQLException {
        State state = row.getObject("published_at") != null
                ? State.PUBLISHED
                : row.getObject("parked_at") != null ? State.PARKED : State.WAITING;
        return new OutboxEntry(
                row.getLong("id"),
                row.getString("type"),
                row.getString("aggregate_id"),
                Optional.ofNullable(row.getString("team_id")),
                row.getString("payload"),
                state,
                Times.read(row, "created_at"),
                row.getInt("attempts"),
                Times.read(row, "next_attempt_at"),
                Times.readOptional(row, "claimed_until"),
                Optional.ofNullable(row.getString("last_error")));
    }
}
