package io.tenderhub.workspace;

import static java.util.Objects.requireNonNull;

import io.tenderhub.failure.ConflictException;
import io.tenderhub.failure.FieldProblem;
import io.tenderhub.failure.InvalidInputException;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * A tender that a team follows. Many edit it at once: what somebody writes with knowledge of what is there takes its place;
 * what is written without it stands beside it until somebody who saw both decides. No edit is lost.
 *
 * @param origin the change that saved it; one who has not seen it has not seen this entry, but one that was there before it
 * @param clock everything that has gone into it
 * @param version 1 when it was saved, one more with each change
 */
public record WorkspaceEntry(
        String ocid,
        EntryFields fields,
        StatusTrail trail,
        Dot origin,
        VectorClock clock,
        Stamp saved,
        Stamp changed,
        long version) {
    /** How many tasks an entry can have, those included that were removed. */
    public static final int MOST_TASKS = 500;
    /** How many versions of one field can stand beside each other. */
    public static final int MOST_VERSIONS = 50;

    public WorkspaceEntry {
        requireNonNull(ocid);
        requireNonNull(fields);
        requireNonNull(trail);
        requireNonNull(origin);
        requireNonNull(clock);
        requireNonNull(saved);
        requireNonNull(changed);
    }

    /** A tender just saved: of interest, and no more is known. */
    public static WorkspaceEntry saved(String ocid, Stamp stamp) {
        // Counted from the time on, so that no clock of an entry that was removed before fits this one.
        Dot origin = new Dot(stamp.by(), Math.max(1, microseconds(stamp.at())));
        Version<WorkspaceStatus> status =
                new Version<>(origin, VectorClock.NOTHING, WorkspaceStatus.INTERESTED, stamp.at());
        return new WorkspaceEntry(
                ocid,
                EntryFields.ofStatus(status),
                StatusTrail.EMPTY,
                origin,
                VectorClock.NOTHING.with(origin),
                stamp,
                stamp,
                1);
    }

    private static long microseconds(Instant at) {
        return at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000;
    }

    /**
     * With what somebody changes.
     *
     * @param stamp who, and when
     * @throws InvalidInputException if the update breaks a rule, makes a move that its writer could see to be illegal, or
     *     claims to have seen what was never there
     * @throws ConflictException if its writer has not seen this entry but one that was there before, or what he saw is too
     *     long ago, or too many versions of a field stand beside each other; then the entry has to be read again
     */
    public WorkspaceEntry apply(WorkspaceUpdate update, Stamp stamp) {
        requireValid(update);
        update.status().ifPresent(to -> trail.requireLegal(subject(), fields.status(), update.seen(), to));
        Dot dot = clock.next(stamp.by());
        EntryFields after = fields.with(update, dot, stamp);
        requireRoom(after);
        return new WorkspaceEntry(
                ocid,
                after,
                trail.after(fields.status(), after.status()),
                origin,
                clock.with(dot),
                saved,
                stamp,
                version + 1);
    }

    private void requireValid(WorkspaceUpdate update) {
        List<FieldProblem> problems = UpdateRules.problems(update);
        if (!problems.isEmpty()) {
            throw new InvalidInputException(subject(), problems);
        }
        requireSeen(update.seen());
    }

    private void requireRoom(EntryFields after) {
        if (after.tasks().size() > MOST_TASKS) {
            throw new InvalidInputException(
                    subject(), "tasks", "must be at most " + MOST_TASKS + ", those included that were removed");
        }
        after.all().forEach((name, field) -> {
            if (field.versions().size() > MOST_VERSIONS) {
                throw new ConflictException(subject() + ": too many versions of " + name
                        + " stand beside each other; read it again and decide between them");
            }
        });
    }

    /**
     * @throws InvalidInputException if a clock claims to have seen what was never there
     * @throws ConflictException if it is not of this entry, but of one that was there before
     */
    private void requireSeen(VectorClock seen) {
        if (!seen.covers(origin)) {
            throw new ConflictException(
                    subject() + " was removed and saved again since it was read, or never read; read it again");
        }
        if (!clock.covers(seen)) {
            throw new InvalidInputException(subject(), "seen", "is not a clock that this entry ever had");
        }
    }

    /**
     * Removing it would lose what came since it was read.
     *
     * @param seen by who wants to remove it
     * @throws InvalidInputException if the clock claims to have seen what was never there
     * @throws ConflictException if something is newer than what he saw
     */
    public void requireAllSeen(VectorClock seen) {
        requireSeen(seen);
        if (!seen.covers(clock)) {
            throw new ConflictException(subject() + " was changed since it was read; read it again before removing it");
        }
    }

    /** The one that leaves most to do where it is disputed. */
    public WorkspaceStatus status() {
        return fields.shownStatus();
    }

    /** Empty where there are none, the longest where they are disputed. */
    public String notes() {
        return fields.shownNotes();
    }

    /** Whether the team was at the briefing; not where it is disputed. */
    public boolean attended() {
        return fields.wasAttended();
    }

    /** By id and in its order; where one is disputed, one that is there before a removed one, an open one before a done one. */
    public SortedMap<String, Task> tasks() {
        return fields.shownTasks();
    }

    public int openTasks() {
        return (int) tasks().values().stream().filter(task -> !task.done()).count();
    }

    /** Every field that somebody wrote, by name: {@code status}, {@code notes}, {@code attended}, {@code tasks.<id>}. */
    public SortedMap<String, Register<?>> fieldVersions() {
        return fields.all();
    }

    /**
     * The fields for which people wrote different values without knowing of each other, by name, with who wrote what and when.
     * An update that has seen all of them decides.
     */
    public SortedMap<String, Register<?>> conflicts() {
        return fields.disputed();
    }

    public boolean isConflicted() {
        return !conflicts().isEmpty();
    }

    /** The names of the fields that an update changes, in order. */
    static SortedSet<String> fieldsOf(WorkspaceUpdate update) {
        return EntryFields.named(update);
    }

    private String subject() {
        return "workspace entry " + ocid;
    }
}
