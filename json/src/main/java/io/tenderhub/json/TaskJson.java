package io.tenderhub.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.tenderhub.account.UserId;
import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.workspace.Task;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** A task of a workspace entry: {@code id, title, assignee, due, done}. */
public final class TaskJson {
    private static final TextShape TITLE = Shape.text().length(1, Task.LONGEST_TITLE);
    private static final String USER = "[a-z0-9][a-z0-9-]{0,63}";

    public static final ObjectShape SHAPE = Shape.object("Task")
            .with("id", Shape.text())
            .with("title", Shape.text().withExample("Fill in SBD 4"))
            .maybe("assignee", Shape.text().described("The id of a member"))
            .maybe("due", Shape.day())
            .with("done", Shape.truth());

    /** A new one. */
    public static final ObjectShape NEW = Shape.input("NewTask")
            .with("title", TITLE.withExample("Fill in SBD 4"))
            .maybe(
                    "assignee",
                    Shape.text().pattern("^" + USER + "$", "the id of a member").withExample("jo-mokoena-4f2170c1aa"))
            .maybe("due", Shape.day())
            .maybe("done", Shape.truth());

    /** What is to be changed of one; what is left out stays. */
    public static final ObjectShape CHANGE = Shape.input("TaskChange")
            .maybe("title", TITLE.withExample("Fill in SBD 4 and 6.1"))
            .maybe(
                    "assignee",
                    Shape.text()
                            .pattern("^(" + USER + ")?$", "the id of a member, or empty")
                            .withExample("jo-mokoena-4f2170c1aa")
                            .described("The id of a member; empty for nobody"))
            .maybe(
                    "due",
                    Shape.text()
                            .pattern("^([0-9]{4}-[0-9]{2}-[0-9]{2})?$", "a day such as 2026-02-20, or empty")
                            .withExample("2026-02-20")
                            .described("A day such as 2026-02-20; empty for none"))
            .maybe("done", Shape.truth());

    private TaskJson() {}

    public static void write(JsonGenerator json, String id, Task task) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", id);
        fields(json, task);
        json.writeEndObject();
    }

    static void fields(JsonGenerator json, Task task) throws IOException {
        json.writeStringField("title", task.title());
        JsonText.text(json, "assignee", task.assignee().map(UserId::value));
        JsonText.printed(json, "due", task.due());
        json.writeBooleanField("done", task.done());
    }

    /** @param sent of {@link #NEW} */
    public static Task create(SentJson sent) {
        return new Task(
                sent.text("title"),
                sent.maybeText("assignee").map(UserId::new),
                sent.day("due"),
                sent.truth("done").orElse(false));
    }

    /**
     * @param sent of {@link #CHANGE}
     * @throws InvalidInputException if there is no such day
     */
    public static Task change(SentJson sent, Task task) {
        return new Task(
                sent.maybeText("title").orElse(task.title()),
                sent.has("assignee")
                        ? sent.maybeText("assignee").filter(id -> !id.isEmpty()).map(UserId::new)
                        : task.assignee(),
                sent.has("due")
                        ? sent.maybeText("due").filter(day -> !day.isEmpty()).flatMap(TaskJson::day)
                        : task.due(),
                sent.truth("done").orElse(task.done()));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            throw new InvalidInputException("request", "due", "must be a day such as 2026-02-20, not '" + text + "'");
        }
    }
}
