package io.tenderhub.workspace;

import static java.util.Objects.requireNonNull;

import io.tenderhub.failure.InvalidInputException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which entries to list.
 *
 * @param statuses only these; all where it is empty
 * @param limit entries a page, 1–100
 * @param cursor from the page before
 */
public record WorkspaceQuery(Set<WorkspaceStatus> statuses, WorkspaceOrder order, int limit, Optional<String> cursor) {
    public static final int HIGHEST_LIMIT = 100;
    public static final int DEFAULT_LIMIT = 20;

    /** Everything, what closes soonest first, the first page. */
    public static final WorkspaceQuery ALL =
            new WorkspaceQuery(Set.of(), WorkspaceOrder.CLOSING_SOONEST, DEFAULT_LIMIT, Optional.empty());

    /** @throws InvalidInputException if the limit is not in its bounds */
    public WorkspaceQuery {
        statuses = Set.copyOf(statuses);
        requireNonNull(order);
        requireNonNull(cursor);
        if (limit < 1 || limit > HIGHEST_LIMIT) {
            throw new InvalidInputException(
                    "workspace list", "limit", "must be 1 to " + HIGHEST_LIMIT + ", not " + limit);
        }
    }

    public WorkspaceQuery withStatuses(Set<WorkspaceStatus> values) {
        return new WorkspaceQuery(values, order, limit, cursor);
    }

    public WorkspaceQuery withOrder(WorkspaceOrder value) {
        return new WorkspaceQuery(statuses, value, limit, cursor);
    }

    public WorkspaceQuery withLimit(int value) {
        return new WorkspaceQuery(statuses, order, value, cursor);
    }

    public WorkspaceQuery withCursor(Optional<String> value) {
        return new WorkspaceQuery(statuses, order, limit, value);
    }

    /** Of what decides which entries come in which order; not of the limit, which may change between pages. */
    String selection() {
        return order + " "
                + new TreeSet<>(statuses).stream().map(WorkspaceStatus::code).collect(Collectors.joining(","));
    }

    /** One text for each query: two have the same one only if they are equal. */
    String canonical() {
        return selection() + " " + limit + " " + cursor.orElse("");
    }
}
