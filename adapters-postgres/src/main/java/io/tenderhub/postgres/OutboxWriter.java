package io.tenderhub.postgres;

import io.tenderhub.event.DomainEvent;
import io.tenderhub.event.Outbox;
import io.tenderhub.team.TeamId;
import java.util.List;

/** Appends events in the transaction of their change, and tells listeners when it commits. */
final class OutboxWriter implements Outbox {
    private final Transaction transaction;

    OutboxWriter(Transaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public void append(List<DomainEvent> events) {
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
