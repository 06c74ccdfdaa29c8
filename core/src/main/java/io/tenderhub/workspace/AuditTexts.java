package io.tenderhub.workspace;

import io.tenderhub.account.UserId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What fields hold, in texts for people; where one is disputed, all of it. */
final class AuditTexts {
    private AuditTexts() {}

    /** By field, without those that nobody has written. */
    static Map<String, String> of(WorkspaceEntry entry, Collection<String> fields) {
        Map<String, String> texts = new TreeMap<>();
        entry.fieldVersions().forEach((name, field) -> {
            if (fields.contains(name)) {
                texts.put(
                        name,
                        field.values().stream().map(AuditTexts::text).distinct().collect(Collectors.joining(" | ")));
            }
        });
        return texts;
    }

    private static String text(Object value) {
        if (value instanceof WorkspaceStatus status) {
            return status.code();
        }
        if (value instanceof Optional<?> task) {
            return task.map(given -> text((Task) given)).orElse("removed");
        }
        return value.toString();
    }

    private static String text(Task task) {
        return task.title()
                + task.assignee()
                        .map(UserId::value)
                        .map(user -> ", for " + user)
                        .orElse("")
                + task.due().map(day -> ", due " + day).orElse("")
                + (task.done() ? ", done" : "");
    }
}
