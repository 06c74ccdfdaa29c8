package io.tenderhub.workspace;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * A page of entries with their tenders.
 *
 * @param nextCursor leads to the next page; empty on the last one
 */
public record WorkspacePage(List<FollowedTender> entries, Optional<String> nextCursor) {
    public WorkspacePage {
        entries = List.copyOf(entries);
        requireNonNull(nextCursor);
    }

    /** The page of a query, made of its entries in their order and, if there is one, the entry behind them. */
    public static WorkspacePage of(WorkspaceQuery query, List<FollowedTender> oneMore) {
        if (oneMore.size() <= query.limit()) {
            return new WorkspacePage(oneMore, Optional.empty());
        }
        List<FollowedTender> page = oneMore.subList(0, query.limit());
        return new WorkspacePage(
                page,
                Optional.of(WorkspaceCursor.behind(page.get(page.size() - 1), query.order())
                        .encode(query)));
    }
}
