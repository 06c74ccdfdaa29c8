package io.tenderhub.workspace;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The fields of an entry, each with its newest versions. Where a field is disputed, the value shown is chosen from the values
 * alone, so that it does not hang on which of them came first.
 *
 * @param tasks by id, also those that were removed
 */
public record EntryFields(
        Register<WorkspaceStatus> status,
        Register<String> notes,
        Register<Boolean> attended,
        Map<String, Register<Optional<Task>>> tasks) {
    static final String STATUS = "status";
    static final String NOTES = "notes";
    static final String ATTENDED = "attended";
    /** Begins the name of the field of a task. */
    static final String TASKS = "tasks.";

    private static final Comparator<String> FULLEST =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());
    /** Rather one too many than one that is forgotten: one that is there before a removed one, an open one before a done one. */
    private static final Comparator<Optional<Task>> MOST_TO_DO = Comparator.comparing(
                    (Optional<Task> task) -> task.isPresent())
            .thenComparing(task -> task.filter(given -> !given.done()).isPresent())
            .thenComparing(Optional::toString);

    public EntryFields {
        requireNonNull(status);
        requireNonNull(notes);
        requireNonNull(attended);
        tasks = Map.copyOf(tasks);
    }

    static EntryFields ofStatus(Version<WorkspaceStatus> status) {
        return new EntryFields(Register.of(status), Register.empty(), Register.empty(), Map.of());
    }

    /** With what an update changes, all of it written by one change. */
    EntryFields with(WorkspaceUpdate update, Dot dot, Stamp stamp) {
        Map<String, Register<Optional<Task>>> all = new HashMap<>(tasks);
        update.tasks()
                .forEach((id, task) -> all.merge(
                        id, Register.of(new Version<>(dot, update.seen(), task, stamp.at())), Register::merge));
        return new EntryFields(
                written(status, update.status(), update, dot, stamp),
                written(notes, update.notes(), update, dot, stamp),
                written(attended, update.attended(), update, dot, stamp),
                all);
    }

    private static <V> Register<V> written(
            Register<V> field, Optional<V> value, WorkspaceUpdate update, Dot dot, Stamp stamp) {
        return value.map(given -> field.with(new Version<>(dot, update.seen(), given, stamp.at())))
                .orElse(field);
    }

    WorkspaceStatus shownStatus() {
        // The one that leaves most to do, so that nobody misses a day because two disagree.
        return status.greatest(Comparator.reverseOrder()).orElse(WorkspaceStatus.INTERESTED);
    }

    String shownNotes() {
        return notes.greatest(FULLEST).orElse("");
    }

    /** A mark that somebody disputes does not count. */
    boolean wasAttended() {
        return attended.values().equals(List.of(true));
    }

    /** Without the removed ones, ordered by id. */
    SortedMap<String, Task> shownTasks() {
        SortedMap<String, Task> shown = new TreeMap<>();
        tasks.forEach((id, field) ->
                field.greatest(MOST_TO_DO).flatMap(Function.identity()).ifPresent(task -> shown.put(id, task)));
        return shown;
    }

    /** Every field that somebody wrote, by its name. */
    SortedMap<String, Register<?>> all() {
        SortedMap<String, Register<?>> all = new TreeMap<>();
        all.put(STATUS, status);
        all.put(NOTES, notes);
        all.put(ATTENDED, attended);
        tasks.forEach((id, field) -> all.put(TASKS + id, field));
        all.values().removeIf(field -> field.versions().isEmpty());
        return all;
    }

    SortedMap<String, Register<?>> disputed() {
        SortedMap<String, Register<?>> disputed = all();
        disputed.values().removeIf(field -> !field.isDisputed());
        return disputed;
    }

    /** The names of the fields that an update changes. */
    static SortedSet<String> named(WorkspaceUpdate update) {
        SortedSet<String> names = new TreeSet<>();
        update.status().ifPresent(value -> names.add(STATUS));
        update.notes().ifPresent(value -> names.add(NOTES));
        update.attended().ifPresent(value -> names.add(ATTENDED));
        update.tasks().keySet().forEach(id -> names.add(TASKS + id));
        return names;
    }
}
