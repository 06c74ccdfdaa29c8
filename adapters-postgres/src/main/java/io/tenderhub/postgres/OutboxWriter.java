package io.tenderhub.postgres;

import io.tenderhub.event.DomainEvent;
import io.tenderhub.event.Outbox;
import io.tenderhub.team.TeamId;
import java.util.List;
import java.util.Optional;

/** Appends events in the transaction of their change, and tells listeners when it commits. */
final class OutboxWriter implements Outbox {
    private final Transaction transaction;
    private final Optional<TeamId> team;

    /**
     * @param team whose transaction it is, and whose events alone are appended; empty for the system, which appends any
     */
    OutboxWriter(Transaction transaction, Optional<TeamId> team) {
        this.transaction = transaction;
        this.team = team;
    }

    @Override
    public void append(List<DomainEvent> events) {
        if (team.isPresent() && !events.stream().allMatch(event -> event.team().equals(team))) {
            throw new IllegalArgumentException(
                    "a transaction for team " + team.get() + " appends events of that team only");
        }
        Names names = transaction.database().names();
        transaction.run("events", handle -> {
            if (events.isEmpty()) {
                return true;
            }
            handle.createUpdate("INSERT INTO " + names.outbox()
                            + " (type, aggregate_id, team_id, payload, created_at, next_attempt_at)"
                            + " SELECT type, aggregate_id, team_id, payload::jsonb, :now::timestamptz, :now::timestamptz"
                            + " FROM unnest(:types, :aggregates, :teams, :payloads) WITH ORDINALITY"
                            + " AS input(type, aggregate_id, team_id, payload, position) ORDER BY position")
                    .bind("now", Times.text(transaction.database().now()))
                    .bind("types", TextArray.of(events, event -> event.type().code()))
                    .bind("aggregates", TextArray.of(events, DomainEvent::aggregateId))
                    .bind(
                            "teams",
                            TextArray.of(
                                    events,
                                    event -> event.team().map(TeamId::value).orElse(null)))
                    .bind("payloads", TextArray.of(events, event -> Documents.write(event.payload())))
                    .execute();
            // Delivered at the commit, once for the transaction however often it is asked for.
            handle.createQuery("SELECT pg_notify(:channel, '')::text")
                    .bind("channel", names.outboxChannel())
                    .mapTo(String.class)
                    .one();
            return true;
        });
    }
}
