package io.tenderhub.workspace;

import io.tenderhub.failure.FieldProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What makes an update plausible, whatever entry it is for. */
final class UpdateRules {
    private static final Pattern TASK_ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    private final List<FieldProblem> problems = new ArrayList<>();

    private UpdateRules() {}

    static List<FieldProblem> problems(WorkspaceUpdate update) {
        UpdateRules rules = new UpdateRules();
        if (update.isEmpty()) {
            rules.add("changes", "must hold at least one change");
        }
        update.notes().ifPresent(notes -> rules.text("notes", notes, WorkspaceUpdate.LONGEST_NOTES));
        new TreeMap<>(update.tasks()).forEach(rules::task);
        return List.copyOf(rules.problems);
    }

    private void task(String id, Optional<Task> task) {
        if (!TASK_ID.matcher(id).matches()) {
            add("tasks", "the id of a task must be 1 to 64 of a-z, 0-9 and -");
            return;
        }
        String path = EntryFields.TASKS + id;
        task.ifPresent(given -> {
            if (given.title().isBlank()) {
                add(path + ".title", "is missing; every task has a title");
            }
            text(path + ".title", given.title(), Task.LONGEST_TITLE);
            given.due()
                    .filter(day -> day.getYear() < 1 || day.getYear() > 9999)
                    .ifPresent(day -> add(path + ".due", "must be a day of the years 1 to 9999"));
        });
    }

    private void text(String path, String text, int longest) {
        if (text.length() > longest) {
            add(path, "must have at most " + longest + " characters, not " + text.length());
        }
        if (text.indexOf('\0') >= 0 || text.codePoints().anyMatch(UpdateRules::isHalfALetter)) {
            add(path, "holds a character that can't be stored");
        }
    }

    private static boolean isHalfALetter(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    private void add(String path, String message) {
        problems.add(new FieldProblem(path, message));
    }
}
