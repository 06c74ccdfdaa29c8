package io.tenderhub.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.tenderhub.event.ClaimedEvent;
import io.tenderhub.event.DomainEvent;
import io.tenderhub.event.EventSelection;
import io.tenderhub.event.EventType;
import io.tenderhub.event.OutboxBacklog;
import io.tenderhub.event.OutboxDepth;
import io.tenderhub.event.OutboxQueue;
import io.tenderhub.event.RaisedEvent;
import io.tenderhub.team.TeamId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leases events to workers. An event is found by its own state and never by a position, so one that commits after a later one
 * was handed on is not passed over.
 */
final class OutboxReads implements OutboxQueue {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxReads.class);
    private static final int LONGEST_ERROR = 2000;
    /** Who asks for the backlog asks again soon, so nothing is lost when an answer takes too long. */
    private static final int BACKLOG_SECONDS = 3;

    private static final String FREE = "claimed_by = NULL, claimed_until = NULL";
    private final Database database;
    private final String table;
    private final String claim;

    OutboxReads(Database database) {
        this.database = database;
        this.table = database.names().outbox();
        // Materialized, so that the planner can't run the locking part more than once.
        this.claim = "WITH due AS MATERIALIZED (SELECT id FROM " + table
                + " WHERE published_at IS NULL AND parked_at IS NULL AND next_attempt_at <= :now::timestamptz"
                + " AND (type = ANY(:types)) = :wanted"
                + " AND (claimed_until IS NULL OR claimed_until <= :now::timestamptz)"
                + " ORDER BY id LIMIT :max FOR UPDATE SKIP LOCKED)"
                + " UPDATE " + table + " AS event SET attempts = attempts + 1, claimed_by = :token,"
                + " claimed_until = :until::timestamptz FROM due WHERE event.id = due.id"
                + " RETURNING event.id, type, aggregate_id, team_id, payload::text AS payload, attempts, created_at,"
                + " claimed_until";
    }

    @Override
    public List<ClaimedEvent> claim(int max, Duration lease, EventSelection selection) {
        if (max < 1) {
            throw new IllegalArgumentException("at least one event is claimed, not " + max);
        }
        while (true) {
            String token = UUID.randomUUID().toString();
            Instant now = database.now();
            List<Row> rows = database.asSystem(
                    "events",
                    claim,
                    query -> query.bind("now", Times.text(now))
                            .bind("until", Times.text(Times.clamp(now.plus(lease))))
                            .bind("token", token)
                            .bind("max", max)
                            .bind("types", TextArray.of(List.copyOf(selection.types()), EventType::code))
                            .bind("wanted", selection.wanted()),
                    (row, context) -> Row.of(row));
            List<ClaimedEvent> events = decode(rows, token);
            if (!events.isEmpty() || rows.isEmpty()) {
                return events;
            }
        }
    }

    @Override
    public Set<Long> renew(Collection<ClaimedEvent> events, Duration lease) {
        return change(
                events,
                "claimed_until = :at::timestamptz",
                "",
                Times.clamp(database.now().plus(lease)));
    }

    @Override
    public int complete(Collection<ClaimedEvent> events) {
        return change(events, "published_at = :at::timestamptz, " + FREE, "", database.now())
                .size();
    }

    @Override
    public int release(Collection<ClaimedEvent> events, String reason, Instant nextAttempt) {
        return change(
                        events,
                        "next_attempt_at = :at::timestamptz, attempts = attempts - 1, last_error = :error, " + FREE,
                        reason,
                        Times.clamp(nextAttempt))
                .size();
    }

    @Override
    public boolean retryLater(ClaimedEvent event, String error, Instant nextAttempt) {
        return end(
                event.id(),
                event.token(),
                "next_attempt_at = :at::timestamptz, last_error = :error",
                error,
                Times.clamp(nextAttempt));
    }

    @Override
    public boolean park(ClaimedEvent event, String error) {
        return park(event.id(), event.token(), error);
    }

    @Override
    public OutboxDepth depth() {
        return database.asSystem(
                "events",
                // Each by its own partial index; what waits is never many, what is published may be.
                handle -> handle.createQuery("SELECT waiting, oldest,"
                                + " (SELECT count(*) FROM " + table + " WHERE parked_at IS NOT NULL) AS parked,"
                                + " (SELECT count(*) FROM " + table + " WHERE published_at IS NOT NULL) AS published"
                                + " FROM (SELECT count(*) AS waiting, min(created_at) AS oldest FROM " + table
                                + " WHERE published_at IS NULL AND parked_at IS NULL) AS open")
                        .map((row, context) -> new OutboxDepth(
                                row.getLong("waiting"),
                                row.getLong("parked"),
                                row.getLong("published"),
                                Times.readOptional(row, "oldest")))
                        .one());
    }

    @Override
    public OutboxBacklog backlog() {
        return database.asSystem(
                "events",
                handle -> handle.createQuery("SELECT waiting, oldest,"
                                + " (SELECT count(*) FROM " + table + " WHERE parked_at IS NOT NULL) AS parked"
                                + " FROM (SELECT count(*) AS waiting, min(created_at) AS oldest FROM " + table
                                + " WHERE published_at IS NULL AND parked_at IS NULL) AS open")
                        .setQueryTimeout(BACKLOG_SECONDS)
                        .map((row, context) -> new OutboxBacklog(
                                row.getLong("waiting"), row.getLong("parked"), Times.readOptional(row, "oldest")))
                        .one());
    }

    /** What can't be decoded is set aside with its error; the rest of the batch goes on. */
    private List<ClaimedEvent> decode(List<Row> rows, String token) {
        List<ClaimedEvent> events = new ArrayList<>();
        for (Row row : rows) {
            try {
                events.add(row.decode(token));
            } catch (JsonProcessingException | IllegalArgumentException e) {
                String error = "can't be decoded: " + e.getMessage();
                LOG.error("event {} is set aside: {}", row.id(), error);
                park(row.id(), token, error);
            }
        }
        events.sort(Comparator.comparingLong(ClaimedEvent::id));
        return events;
    }

    private boolean park(long id, String token, String error) {
        return end(id, token, "parked_at = :at::timestamptz, last_error = :error", error, database.now());
    }

    /** Ends a lease, if it is still the one of this token. */
    private boolean end(long id, String token, String change, String error, Instant at) {
        return !database.asSystem(
                        "event " + id,
                        "UPDATE " + table + " SET " + change + ", " + FREE + " WHERE id = :id AND claimed_by = :token"
                                + " AND published_at IS NULL AND parked_at IS NULL RETURNING id",
                        query -> query.bind("id", id)
                                .bind("token", token)
                                .bind("at", Times.text(at))
                                .bind("error", oneLine(error)),
                        (row, context) -> row.getLong("id"))
                .isEmpty();
    }

    /** Changes, in one statement, those whose leases are still the ones of these claims; says which. */
    private Set<Long> change(Collection<ClaimedEvent> events, String change, String error, Instant at) {
        if (events.isEmpty()) {
            return Set.of();
        }
        List<ClaimedEvent> list = List.copyOf(events);
        return Set.copyOf(database.asSystem(
                "events",
                "UPDATE " + table + " AS event SET " + change
                        + " FROM unnest(:ids::bigint[], :tokens) AS held(id, token)"
                        // Told twice, so that rows are found by their ids however many the planner believes to wait.
                        + " WHERE event.id = ANY(:ids::bigint[])"
                        + " AND event.id = held.id AND event.claimed_by = held.token"
                        + " AND published_at IS NULL AND parked_at IS NULL RETURNING event.id",
                query -> {
                    Query bound = query.bind("ids", TextArray.of(list, event -> Long.toString(event.id())))
                            .bind("tokens", TextArray.of(list, ClaimedEvent::token))
                            .bind("at", Times.text(at));
                    return change.contains(":error") ? bound.bind("error", oneLine(error)) : bound;
                },
                (row, context) -> row.getLong("id")));
    }

    private static String oneLine(String error) {
        String line = error.replaceAll("\\s+", " ").replace('\0', ' ').strip();
        return line.length() <= LONGEST_ERROR ? line : line.substring(0, LONGEST_ERROR) + "…";
    }

    /** A claimed row before it is decoded. */
    private record Row(
            long id,
            String type,
            String aggregate,
            Optional<String> team,
            String payload,
            int attempts,
            Instant created,
            Instant until) {

        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    row.getLong("id"),
                    row.getString("type"),
                    row.getString("aggregate_id"),
                    Optional.ofNullable(row.getString("team_id")),
                    row.getString("payload"),
                    row.getInt("attempts"),
                    Times.read(row, "created_at"),
                    Times.read(row, "claimed_until"));
        }

        ClaimedEvent decode(String token) throws JsonProcessingException {
            DomainEvent event =
                    new DomainEvent(EventType.ofCode(type), aggregate, team.map(TeamId::new), Documents.texts(payload));
            return new ClaimedEvent(new RaisedEvent(id, event, created), attempts, token, until);
        }
    }
}
