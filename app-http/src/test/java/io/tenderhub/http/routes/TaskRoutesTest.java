package io.tenderhub.http.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenderhub.http.Answered;
import io.tenderhub.http.Client;
import io.tenderhub.http.Served;
import io.tenderhub.http.ServedHub;
import io.tenderhub.team.Permission;
import io.tenderhub.team.TeamId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Served.class)
class TaskRoutesTest {
    private static final String OCID = "ocds-task-1";

    private final ServedHub served;
    private TeamId team;
    private Client rob;
    private String entry;

    TaskRoutesTest(ServedHub served) {
        this.served = served;
    }

    @BeforeEach
    void followsATender() {
        PublishedTenders.publish(served.hub(), 30, OCID);
        team = served.team("rob", "basic");
        rob = served.as("rob");
        rob.post("/api/v1/teams/" + team + "/workspace", "{\"ocid\": \"" + OCID + "\"}")
                .is(201);
        entry = "/api/v1/teams/" + team + "/workspace/" + OCID;
    }

    private Answered add(String json) {
        return rob.post(entry + "/tasks", json);
    }

    @Test
    void addsChangesAndRemovesATask() {
        String me = served.user("rob").id().value();
        Answered made = add("{\"title\": \"Fill in SBD 4\", \"assignee\": \"" + me + "\", \"due\": \"2026-12-01\"}");
        JsonNode task = made.is(201);
        String path = made.header("Location").orElseThrow();
        assertThat(path).isEqualTo(entry + "/tasks/" + task.get("id").textValue());
        assertThat(rob.get(path).is(200)).isEqualTo(task);
        assertThat(task.get("done").booleanValue()).isFalse();

        Answered changed = rob.with("If-Match", made.header("ETag").orElseThrow())
                .patch(path, "{\"done\": true, \"assignee\": \"\", \"due\": \"\"}");
        JsonNode after = changed.is(200).at("/tasks/0");
        assertThat(after.get("title").textValue()).isEqualTo("Fill in SBD 4");
        assertThat(after.get("done").booleanValue()).isTrue();
        assertThat(after.has("assignee")).isFalse();
        assertThat(after.has("due")).isFalse();

        assertThat(rob.with("If-Match", changed.header("ETag").orElseThrow())
                        .delete(path)
                        .is(200)
                        .get("tasks"))
                .isEmpty();
        rob.get(path).isProblem(404);
        rob.with("If-Match", changed.header("ETag").orElseThrow()).delete(path).isProblem(404);
    }

    @Test
    void keepsATaskThatOneChangedWhileAnotherRemovedIt() {
        Answered made = add("{\"title\": \"Sign\"}");
        String path = made.header("Location").orElseThrow();
        String seen = made.header("ETag").orElseThrow();

        rob.with("If-Match", seen).patch(path, "{\"title\": \"Sign twice\"}").is(200);
        JsonNode both = rob.with("If-Match", seen).delete(path).is(200);

        assertThat(both.at("/tasks/0/title").textValue()).isEqualTo("Sign twice");
        assertThat(both.get("conflicts")).hasSize(1);
    }

    @Test
    void saysWhatIsWrongWithATask() {
        add("{}").isProblemAt(400, "title");
        add("{\"title\": \"\", \"due\": \"tomorrow\", \"done\": \"no\", \"size\": 3}")
                .isProblemAt(400, "title", "due", "done", "size");
        add("{\"title\": \"Sign\", \"assignee\": \"nobody-of-us\"}").isProblemAt(400, "assignee");
        Answered made = add("{\"title\": \"Sign\"}");
        String path = made.header("Location").orElseThrow();
        Client seen = rob.with("If-Match", made.header("ETag").orElseThrow());

        seen.patch(path, "{\"due\": \"2026-02-30\"}").isProblemAt(400, "due");
        seen.patch(path, "{\"assignee\": \"nobody-of-us\"}").isProblemAt(400, "assignee");
        rob.patch(path, "{\"done\": true}").isProblem(428);
        rob.delete(path).isProblem(428);
        seen.patch(entry + "/tasks/not-there", "{\"done\": true}").isProblem(404);
        rob.get(entry + "/tasks/NO").isProblemAt(400, "task");
        rob.post(entry + "x/tasks", "{\"title\": \"Sign\"}").isProblem(404);
    }

    @Test
    void isForThoseOfTheTeamWhoMay() {
        Answered made = add("{\"title\": \"Sign\"}");
        String path = made.header("Location").orElseThrow();
        served.team("sue", "basic");
        Client reads = served.asKey(team, Permission.READ)
                .with("If-Match", made.header("ETag").orElseThrow());

        reads.get(path).is(200);
        reads.post(entry + "/tasks", "{\"title\": \"Sign\"}").isProblem(403);
        reads.patch(path, "{\"done\": true}").isProblem(403);
        reads.delete(path).isProblem(403);
        served.as("sue").get(path).isProblem(404);
        served.nobody().get(path).isProblem(401);
    }
}
