package io.tenderhub.workspace;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody wants to change in an entry, and what he had seen of it. Only what he changes belongs in it: a field that is
 * written again as it was stands beside what others write meanwhile.
 *
 * @param seen the clock of the entry as he saw it
 * @param notes at most {@value #LONGEST_NOTES} characters
 * @param attended whether the team was at the briefing
 * @param tasks by id; an empty one removes it. The id of a new task is its maker's choice, such as a UUID: 1–64 of
 *     {@code a-z 0-9 -}
 */
public record WorkspaceUpdate(
        VectorClock seen,
        Optional<WorkspaceStatus> status,
        Optional<String> notes,
        Optional<Boolean> attended,
        Map<String, Optional<Task>> tasks) {
    public static final int LONGEST_NOTES = 10_000;

    public WorkspaceUpdate {
        requireNonNull(seen);
        requireNonNull(status);
        requireNonNull(notes);
        requireNonNull(attended);
        tasks = Map.copyOf(tasks);
    }

    /** One that changes nothing yet. */
    public static WorkspaceUpdate of(VectorClock seen) {
        return new WorkspaceUpdate(seen, Optional.empty(), Optional.empty(), Optional.empty(), Map.of());
    }

    public WorkspaceUpdate withStatus(WorkspaceStatus value) {
        return new WorkspaceUpdate(seen, Optional.of(value), notes, attended, tasks);
    }

    public WorkspaceUpdate withNotes(String value) {
        return new WorkspaceUpdate(seen, status, Optional.of(value), attended, tasks);
    }

    public WorkspaceUpdate withAttended(boolean value) {
        return new WorkspaceUpdate(seen, status, notes, Optional.of(value), tasks);
    }

    /** With a new task, or in the place of what is there under this id. */
    public WorkspaceUpdate withTask(String id, Task task) {
        return with(id, Optional.of(task));
    }

    public WorkspaceUpdate withoutTask(String id) {
        return with(id, Optional.empty());
    }

    private WorkspaceUpdate with(String id, Optional<Task> task) {
        Map<String, Optional<Task>> all = new HashMap<>(tasks);
        all.put(id, task);
        return new WorkspaceUpdate(seen, status, notes, attended, all);
    }

    /** Whether it changes nothing. */
    public boolean isEmpty() {
        return status.isEmpty() && notes.isEmpty() && attended.isEmpty() && tasks.isEmpty();
    }
}
