package io.tenderhub.workspace;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * A page of a team's list.
 *
 * @param nextCursor leads to the next page; empty on the last one
 * @param complete false if the derived parts could not be read just now: they are absent here and may yet exist
 */
public record WorkspaceList(List<WorkspaceLine> lines, Optional<String> nextCursor, boolean complete) {
    public WorkspaceList {
        lines = List.copyOf(lines);
        requireNonNull(nextCursor);
    }
}
