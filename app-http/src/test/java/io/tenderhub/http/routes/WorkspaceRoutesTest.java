package io.tenderhub.http.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenderhub.http.Answered;
import io.tenderhub.http.Client;
import io.tenderhub.http.Served;
import io.tenderhub.http.ServedHub;
import io.tenderhub.team.Permission;
import io.tenderhub.team.Role;
import io.tenderhub.team.TeamId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Served.class)
class WorkspaceRoutesTest {
    private static final String OCID = "ocds-work-1";
    private static final String SLASHED = "etenders-RFB/7/26 A";

    private final ServedHub served;
    private TeamId team;
    private Client rob;
    private String workspace;

    WorkspaceRoutesTest(ServedHub served) {
        this.served = served;
    }

    @BeforeEach
    void hasATeam() {
        PublishedTenders.publish(served.hub(), 30, OCID);
        team = served.team("rob", "basic");
        rob = served.as("rob");
        workspace = "/api/v1/teams/" + team + "/workspace";
    }

    private static String saving(String ocid) {
        return "{\"ocid\": \"" + ocid + "\"}";
    }

    private String saved() {
        return rob.post(workspace, saving(OCID)).header("ETag").orElseThrow();
    }

    private String entry() {
        return workspace + "/" + OCID;
    }

    private Answered change(String tag, String json) {
        return rob.with("If-Match", tag).patch(entry(), json);
    }

    @Test
    void savesATenderOnceAndTellsWhereItIs() {
        Answered first = rob.post(workspace, saving(OCID));
        JsonNode entry = first.is(201);
        assertThat(entry.get("status").textValue()).isEqualTo("interested");
        Answered again = rob.post(workspace, saving(OCID));
        assertThat(again.is(200)).isEqualTo(entry);

        assertThat(first.header("Location")).hasValue(entry());
        Answered read = rob.get(entry());
        assertThat(read.is(200)).isEqualTo(entry);
        assertThat(read.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(read.header("ETag").orElseThrow()).startsWith("\"");
        assertThat(rob.with("If-None-Match", read.header("ETag").orElseThrow())
                        .get(entry())
                        .status())
                .isEqualTo(304);
    }

    @Test
    void takesAnOcidWithSlashesAsOnePartOfThePath() {
        PublishedTenders.publish(served.hub(), 30, SLASHED);

        Answered made = rob.post(workspace, saving(SLASHED));
        made.is(201);
        String path = workspace + "/etenders-RFB%2F7%2F26%20A";
        assertThat(made.header("Location")).hasValue(path);
        assertThat(rob.get(path).is(200).get("ocid").textValue()).isEqualTo(SLASHED);
        Answered task = rob.post(path + "/tasks", "{\"title\": \"Sign\"}");
        task.is(201);
        assertThat(rob.get(task.header("Location").orElseThrow())
                        .is(200)
                        .get("title")
                        .textValue())
                .isEqualTo("Sign");
        rob.with("If-Match", rob.get(path).header("ETag").orElseThrow())
                .delete(path)
                .isNothing(204);
    }

    @Test
    void mergesChangesOfDifferentFields() {
        String seen = saved();

        change(seen, "{\"notes\": \"Ask for the drawings\"}").is(200);
        Answered second = change(seen, "{\"attended\": true, \"status\": \"pending\"}");

        JsonNode merged = second.is(200);
        assertThat(merged.get("notes").textValue()).isEqualTo("Ask for the drawings");
        assertThat(merged.get("attended").booleanValue()).isTrue();
        assertThat(merged.get("status").textValue()).isEqualTo("pending");
        assertThat(merged.get("conflicts")).isEmpty();
        assertThat(second.header("ETag")).isEqualTo(rob.get(entry()).header("ETag"));
    }

    @Test
    void keepsWhatTwoWroteIntoOneFieldUntilSomebodyDecides() {
        served.join(team, "sue", Role.MEMBER);
        String seen = saved();

        change(seen, "{\"notes\": \"We bid\"}").is(200);
        Answered both = served.as("sue").with("If-Match", seen).patch(entry(), "{\"notes\": \"We do not\"}");

        JsonNode conflict = both.is(200).at("/conflicts/0");
        assertThat(conflict.get("field").textValue()).isEqualTo("notes");
        assertThat(conflict.get("versions").findValuesAsText("value")).containsExactlyInAnyOrder("We bid", "We do not");
        assertThat(rob.get(workspace).is(200).at("/entries/0/conflicted").booleanValue())
                .isTrue();
        JsonNode decided = change(both.header("ETag").orElseThrow(), "{\"notes\": \"We bid after all\"}")
                .is(200);
        assertThat(decided.get("conflicts")).isEmpty();
        assertThat(decided.get("notes").textValue()).isEqualTo("We bid after all");
    }

    @Test
    void asksWhichVersionWasSeen() {
        String seen = saved();

        rob.patch(entry(), "{\"notes\": \"x\"}").isProblem(428);
        rob.delete(entry()).isProblem(428);
        for (String nonsense : List.of("*", "W/" + seen, "nonsense", "\"AAAA\"", "\"dXNlcjph\"")) {
            change(nonsense, "{\"notes\": \"x\"}").isProblemAt(400, "If-Match");
        }
        // Of changes that never were.
        change("\"dXNlcjphIDE\"", "{\"notes\": \"x\"}").isProblem(409);
        String tooMuch = withAnotherWriter(seen);
        change(tooMuch, "{\"notes\": \"x\"}").isProblemAt(400, "If-Match");
        rob.with("If-Match", tooMuch).delete(entry()).isProblemAt(400, "If-Match");
        change(seen, "{}").isProblemAt(400, "body");
        change(seen, "{\"status\": \"done\", \"notes\": 1, \"colour\": \"red\"}")
                .isProblemAt(400, "status", "notes", "colour");
        change(seen, "{\"status\": \"won\"}").isProblemAt(400, "status");
        rob.with("Content-Type", "text/plain")
                .with("If-Match", seen)
                .post(workspace, new byte[1])
                .isProblem(415);
    }

    private static String withAnotherWriter(String tag) {
        String counts =
                new String(Base64.getUrlDecoder().decode(tag.substring(1, tag.length() - 1)), StandardCharsets.UTF_8);
        byte[] more = (counts + "\nuser:zoe 1").getBytes(StandardCharsets.UTF_8);
        return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(more) + '"';
    }

    @Test
    void removesNothingThatSomebodyHasNotSeen() {
        String seen = saved();
        Answered changed = change(seen, "{\"notes\": \"Keep this\"}");

        rob.with("If-Match", seen).delete(entry()).isProblem(412);
        rob.with("If-Match", changed.header("ETag").orElseThrow())
                .delete(entry())
                .isNothing(204);
        rob.get(entry()).isProblem(404);
        rob.with("If-Match", seen).delete(entry()).isProblem(404);
        saved();
        change(seen, "{\"notes\": \"Of the one before\"}").isProblem(409);
    }

    @Test
    void letsMembersAndKeysDoWhatTheyMay() {
        String seen = saved();
        served.join(team, "tim", Role.VIEWER);
        TeamId others = served.team("sue", "basic");
        Client reads = served.asKey(team, Permission.READ);
        Client edits = served.asKey(team, Permission.READ, Permission.EDIT_WORKSPACE);

        served.as("tim").get(workspace).is(200);
        served.as("tim").post(workspace, saving(OCID)).isProblem(403);
        served.as("tim").with("If-Match", seen).delete(entry()).isProblem(403);
        reads.get(entry()).is(200);
        reads.with("If-Match", seen).patch(entry(), "{\"notes\": \"x\"}").isProblem(403);
        edits.with("If-Match", seen).patch(entry(), "{\"notes\": \"x\"}").is(200);
        served.asKey(team, Permission.EDIT_PROFILE).get(workspace).isProblem(403);
        for (Client stranger : List.of(served.as("sue"), served.asKey(others, Permission.READ))) {
            stranger.get(workspace).isProblem(404);
            stranger.get(entry()).isProblem(404);
            stranger.get("/api/v1/teams/" + team + "/dashboard").isProblem(404);
        }
        served.nobody().get(workspace).isProblem(401);
        served.nobody().post(workspace, saving(OCID)).isProblem(401);
        served.as("sue").get("/api/v1/teams/" + others + "/workspace/" + OCID).isProblem(404);
    }

    @Test
    void savesNoMoreThanThePlanAllowsAndNothingThatIsNotThere() {
        TeamId small = served.team("tim", "free");
        String path = "/api/v1/teams/" + small + "/workspace";
        String[] many = IntStream.range(0, 11).mapToObj(i -> "ocds-limit-" + i).toArray(String[]::new);
        PublishedTenders.publish(served.hub(), 30, many);

        served.as("tim").post(path, saving("ocds-nowhere")).isProblem(404);
        served.as("tim").post(path, "{}").isProblemAt(400, "ocid");
        for (int i = 0; i < 10; i++) {
            served.as("tim").post(path, saving(many[i])).is(201);
        }
        JsonNode refused = served.as("tim").post(path, saving(many[10])).isProblem(403);
        assertThat(refused.get("type").textValue()).endsWith(":limit-reached");
    }

    @Test
    void listsPageByPageAsAsked() {
        String[] three = {"ocds-list-1", "ocds-list-2", "ocds-list-3"};
        for (int i = 0; i < three.length; i++) {
            PublishedTenders.publish(served.hub(), 3 + i, three[i]);
            rob.post(workspace, saving(three[i])).is(201);
        }
        saved();
        change(rob.get(entry()).header("ETag").orElseThrow(), "{\"status\": \"pending\"}")
                .is(200);

        List<String> seen = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = rob.get(workspace + "?status=interested&limit=2&cursor=" + next)
                    .is(200);
            seen.addAll(page.get("entries").findValuesAsText("ocid"));
            next = page.path("nextCursor").asText("");
        } while (!next.isEmpty());

        assertThat(seen.stream().distinct().filter(ocid -> ocid.startsWith("ocds-list-")))
                .containsExactly(three);
        JsonNode latest = rob.get(workspace + "?sort=changed-latest&limit=1").is(200);
        assertThat(latest.at("/entries/0/ocid").textValue()).isEqualTo(OCID);
        assertThat(latest.at("/entries/0/tender/heading").textValue()).isNotEmpty();
        rob.get(workspace + "?cursor=nonsense").isProblemAt(400, "cursor");
        rob.get(workspace + "?status=lost-and-found&sort=best&limit=0&of=me")
                .isProblemAt(400, "status", "sort", "limit", "of");
    }

    @Test
    void showsTheWorkspaceAtAGlance() {
        PublishedTenders.publish(served.hub(), 2, "ocds-soon-1");
        rob.post(workspace, saving("ocds-soon-1")).is(201);
        saved();

        JsonNode dashboard = rob.get("/api/v1/teams/" + team + "/dashboard").is(200);

        assertThat(dashboard.at("/byStatus/0/status").textValue()).isEqualTo("interested");
        assertThat(dashboard.at("/byStatus/0/count").intValue()).isEqualTo(2);
        assertThat(dashboard.get("closingSoon").findValuesAsText("ocid")).containsExactly("ocds-soon-1");
        served.nobody().get("/api/v1/teams/" + team + "/dashboard").isProblem(401);
        served.asKey(team, Permission.EDIT_WORKSPACE)
                .get("/api/v1/teams/" + team + "/dashboard")
                .isProblem(403);
    }
}
