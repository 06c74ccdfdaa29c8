package io.tenderhub.http.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenderhub.http.Client;
import io.tenderhub.http.Served;
import io.tenderhub.http.ServedHub;
import io.tenderhub.team.Permission;
import io.tenderhub.team.Role;
import io.tenderhub.team.TeamId;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Served.class)
class HistoryRoutesTest {
    private final ServedHub served;

    HistoryRoutesTest(ServedHub served) {
        this.served = served;
    }

    @Test
    void pagesThroughTheAuditTrail() {
        TeamId team = served.team("ann", "pro");
        served.join(team, "bea", Role.MEMBER);
        served.as("ann").patch("/api/v1/teams/" + team, """
                {"name": "Renamed"}""").is(200);
        String path = "/api/v1/teams/" + team + "/audit";

        JsonNode all = served.as("ann").get(path).is(200);
        JsonNode first = served.as("ann").get(path + "?limit=1").is(200);
        JsonNode rest = served.as("ann")
                .get(path + "?limit=100&cursor=" + first.get("nextCursor").textValue())
                .is(200);

        assertThat(all.findValuesAsText("action"))
                .containsExactly(
                        "team.renamed", "member.joined", "member.invited", "team.activated", "team.registered");
        assertThat(first.at("/entries/0")).isEqualTo(all.at("/entries/0"));
        assertThat(rest.at("/entries/0")).isEqualTo(all.at("/entries/1"));
        assertThat(rest.has("nextCursor")).isFalse();
        assertThat(served.as("ann").get(path + "?cursor=nonsense").is(200).get("entries"))
                .isEmpty();
        served.as("bea").get(path).isProblem(403);
        served.as("ann").get(path + "?limit=1000&page=2").isProblemAt(400, "limit", "page");
        served.as("cas").get(path).isProblem(404);
        served.nobody().get(path).isProblem(401);
    }

    @Test
    void showsATeamsActivityToItsMembersWithoutNumbersOfTheHub() {
        TeamId team = served.team("ann", "pro");
        served.as("ann").patch("/api/v1/teams/" + team, """
                {"name": "Renamed"}""").is(200);
        served.hub().relay().drain();
        String path = "/api/v1/teams/" + team + "/activity";

        JsonNode activities = activities(path);
        // Others may have taken up the events of this hub just before, and be writing still.
        long guard = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (activities.size() < 2 && System.nanoTime() < guard) {
            served.hub().relay().drain();
            activities = activities(path);
        }

        assertThat(activities.findValuesAsText("type")).contains("team.created", "user.activity");
        assertThat(activities.findValues("id")).isEmpty();
        assertThat(served.nobody().get("/api/v1/activity").is(200).toString()).doesNotContain(team.value());
        served.nobody().get("/api/v1/activity?limit=0").isProblemAt(400, "limit");
        served.asKey(team, Permission.EDIT_PROFILE).get(path).isProblem(403);
        served.as("cas").get(path).isProblem(404);
        served.nobody().get(path).isProblem(401);
    }

    private JsonNode activities(String path) {
        return served.as("ann").get(path + "?limit=5").is(200).get("activities");
    }

    @Test
    void showsWhoeverWasAwayWhatIsNewAlone() {
        Client nobody = served.nobody();
        String tag = nobody.get("/api/v1/activity").header("ETag").orElseThrow();

        nobody.with("If-None-Match", tag).get("/api/v1/activity").isNothing(304);
    }
}
