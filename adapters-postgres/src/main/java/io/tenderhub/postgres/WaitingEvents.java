package io.tenderhub.postgres;

import io.tenderhub.consistency.PendingEvents;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Reads the waiting part of the outbox by its own index; what is published costs nothing. */
final class WaitingEvents implements PendingEvents {
    private final Database database;
    private final String query;

    WaitingEvents(Database database) {
        this.database = database.reading();
        this.query = "SELECT DISTINCT aggregate_id FROM " + database.names().outbox()
                + " WHERE published_at IS NULL AND parked_at IS NULL AND aggregate_id = ANY(:ids)";
    }

    @Override
    public Set<String> waitingFor(Collection<String> aggregateIds) {
        List<String> possible = TextArray.possible(aggregateIds);
        return possible.isEmpty()
                ? Set.of()
                : Set.copyOf(database.asSystem(
                        "events",
                        query,
                        select -> select.bind("ids", TextArray.of(possible)),
                        (row, context) -> row.getString("aggregate_id")));
    }
}
