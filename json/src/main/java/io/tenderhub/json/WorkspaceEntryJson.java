package io.tenderhub.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.workspace.Register;
import io.tenderhub.workspace.Stamp;
import io.tenderhub.workspace.Task;
import io.tenderhub.workspace.VectorClock;
import io.tenderhub.workspace.Version;
import io.tenderhub.workspace.WorkspaceEntry;
import io.tenderhub.workspace.WorkspaceStatus;
import io.tenderhub.workspace.WorkspaceUpdate;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** A tender that a team follows: {@code ocid, status, notes, attended, tasks[], conflicts[], version, saved{by, at}, changed{by, at}}. */
public final class WorkspaceEntryJson {
    static final TextShape STATUS = Shape.text()
            .oneOf(Arrays.stream(WorkspaceStatus.values())
                    .map(WorkspaceStatus::code)
                    .toList());

    static final ObjectShape STAMP = Shape.object("Stamp")
            .with("by", Shape.text().withExample("user:jo-4f21"))
            .with("at", Shape.instant());

    public static final ObjectShape SHAPE = Shape.object("WorkspaceEntry")
            .with("ocid", Shape.text().withExample("ocds-9t57fa-136656"))
            .with("status", STATUS)
            .with("notes", Shape.text())
            .with("attended", Shape.truth().described("Whether the team was at the briefing"))
            .with("tasks", Shape.list(TaskJson.SHAPE))
            .with(
                    "conflicts",
                    Shape.list(Shape.object("FieldConflict")
                                    .with("field", Shape.text().withExample("notes"))
                                    .with(
                                            "versions",
                                            Shape.list(Shape.object("FieldVersion")
                                                    .with("by", Shape.text())
                                                    .with("at", Shape.instant())
                                                    .maybe(
                                                            "value",
                                                            Shape.any()
                                                                    .described("Left out where a task was removed")))))
                            .described("Fields for which people wrote different values without knowing of each other;"
                                    + " who writes such a field next, having read this, decides"))
            .with("version", Shape.count())
            .with("saved", STAMP)
            .with("changed", STAMP);

    /** A tender to be saved. */
    public static final ObjectShape NEW = Shape.input("NewWorkspaceEntry")
            .with("ocid", Shape.text().length(1, 200).withExample("ocds-9t57fa-136656"));

    /** What is to be changed; what is left out stays. */
    public static final ObjectShape CHANGE = Shape.input("WorkspaceChange")
            .maybe("status", STATUS)
            .maybe(
                    "notes",
                    Shape.text().length(0, WorkspaceUpdate.LONGEST_NOTES).withExample("Ask for the drawings"))
            .maybe("attended", Shape.truth());

    private WorkspaceEntryJson() {}

    /**
     * @param sent of {@link #CHANGE}
     * @param seen by who sent it
     * @throws InvalidInputException if it changes nothing
     */
    public static WorkspaceUpdate change(SentJson sent, VectorClock seen) {
        WorkspaceUpdate update = new WorkspaceUpdate(
                seen,
                sent.maybeText("status").flatMap(WorkspaceStatus::ofCode),
                sent.maybeText("notes"),
                sent.truth("attended"),
                Map.of());
        if (update.isEmpty()) {
            throw new InvalidInputException("request", "body", "must hold at least one change");
        }
        return update;
    }

    public static void write(JsonGenerator json, WorkspaceEntry entry) throws IOException {
        json.writeStartObject();
        json.writeStringField("ocid", entry.ocid());
        json.writeStringField("status", entry.status().code());
        json.writeStringField("notes", entry.notes());
        json.writeBooleanField("attended", entry.attended());
        json.writeArrayFieldStart("tasks");
        for (Map.Entry<String, Task> task : entry.tasks().entrySet()) {
            TaskJson.write(json, task.getKey(), task.getValue());
        }
        json.writeEndArray();
        json.writeArrayFieldStart("conflicts");
        for (Map.Entry<String, Register<?>> field : entry.conflicts().entrySet()) {
            conflict(json, field.getKey(), field.getValue());
        }
        json.writeEndArray();
        json.writeNumberField("version", entry.version());
        stamp(json, "saved", entry.saved());
        stamp(json, "changed", entry.changed());
        json.writeEndObject();
    }

    private static void conflict(JsonGenerator json, String field, Register<?> disputed) throws IOException {
        json.writeStartObject();
        json.writeStringField("field", field);
        json.writeArrayFieldStart("versions");
        for (Version<?> version : disputed.versions()) {
            json.writeStartObject();
            json.writeStringField("by", version.by());
            json.writeStringField("at", version.at().toString());
            value(json, version.value());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void value(JsonGenerator json, Object value) throws IOException {
        if (value instanceof Optional<?> perhaps) {
            if (perhaps.isPresent()) {
                value(json, perhaps.get());
            }
        } else if (value instanceof Task task) {
            json.writeObjectFieldStart("value");
            TaskJson.fields(json, task);
            json.writeEndObject();
        } else if (value instanceof Boolean truth) {
            json.writeBooleanField("value", truth);
        } else {
            json.writeStringField("value", value instanceof WorkspaceStatus status ? status.code() : value.toString());
        }
    }

    static void stamp(JsonGenerator json, String field, Stamp stamp) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("by", stamp.by());
        json.writeStringField("at", stamp.at().toString());
        json.writeEndObject();
    }
}
