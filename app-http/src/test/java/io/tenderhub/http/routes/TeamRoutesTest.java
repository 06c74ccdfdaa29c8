package io.tenderhub.http.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenderhub.http.Answered;
import io.tenderhub.http.Served;
import io.tenderhub.http.ServedHub;
import io.tenderhub.team.Actor;
import io.tenderhub.team.Permission;
import io.tenderhub.team.Role;
import io.tenderhub.team.TeamId;
import io.tenderhub.tender.TenderQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Served.class)
class TeamRoutesTest {
    private final ServedHub served;

    TeamRoutesTest(ServedHub served) {
        this.served = served;
    }

    @Test
    void registersATeamOfWhoAsksOnTheFirstPlan() {
        Answered made = served.as("ann").post("/api/v1/teams", """
                {"name": "Acme & Söns", "zone": "Europe/Berlin"}""");

        JsonNode team = made.is(201);
        assertThat(team.get("plan").textValue()).isEqualTo("free");
        assertThat(team.get("state").textValue()).isEqualTo("active");
        assertThat(team.get("zone").textValue()).isEqualTo("Europe/Berlin");
        String location = made.header("Location").orElseThrow();
        assertThat(location).isEqualTo("/api/v1/teams/" + team.get("id").textValue());
        assertThat(served.as("ann").get(location).is(200).get("members").intValue())
                .isEqualTo(1);
        served.as("bea").get(location).isProblem(404);
    }

    @Test
    void refusesATeamThatCantBe() {
        served.as("ann").post("/api/v1/teams", """
                {"name": "First", "id": "wished-for"}""").is(201);

        served.as("bea").post("/api/v1/teams", """
                {"name": "Second", "id": "wished-for"}""").isProblem(409);
        served.as("ann").post("/api/v1/teams", """
                {"name": "Rich", "plan": "pro"}""").isProblemAt(400, "plan");
        served.as("ann").post("/api/v1/teams", """
                {"id": "Not An Id"}""").isProblemAt(400, "id", "name");
        served.as("ann").post("/api/v1/teams", """
                {"name": "a\\nb"}""").isProblemAt(400, "name");
        served.as("ann").post("/api/v1/teams", """
                {"name": "Where", "zone": "Nowhere"}""").isProblemAt(400, "zone");
        served.nobody().post("/api/v1/teams", """
                {"name": "Nobody's"}""").isProblem(401);
    }

    @Test
    void tellsHowFarThePlanIsUsed() {
        TeamId team = served.team("ann", "free");
        served.hub()
                .teamTenders()
                .search(Actor.operator(team), TenderQuery.builder().build(), false);

        JsonNode shown = served.as("ann").get("/api/v1/teams/" + team).is(200);

        assertThat(shown.at("/limits/seats").intValue()).isEqualTo(1);
        assertThat(shown.at("/searches/used").intValue()).isEqualTo(1);
        assertThat(shown.at("/searches/most").intValue()).isEqualTo(3);
        JsonNode pro = served.as("ann")
                .get("/api/v1/teams/" + served.team("ann", "pro"))
                .is(200);
        assertThat(pro.has("searches")).isFalse();
        assertThat(pro.get("limits").has("seats")).isFalse();
        assertThat(served.asKey(team, Permission.READ)
                        .get("/api/v1/teams/" + team)
                        .is(200))
                .isEqualTo(shown);
        served.asKey(team, Permission.EDIT_PROFILE).get("/api/v1/teams/" + team).isProblem(403);
        served.asKey(served.team("ann", "free"), Permission.READ)
                .get("/api/v1/teams/" + team)
                .isProblem(404);
    }

    @Test
    void renamesATeamForItsOwner() {
        TeamId team = served.team("ann", "pro");
        served.join(team, "bea", Role.ADMIN);
        String path = "/api/v1/teams/" + team;

        assertThat(served.as("ann").patch(path, """
                {"name": "Renamed"}""").is(200).get("name").textValue())
                .isEqualTo("Renamed");

        served.as("bea").patch(path, """
                {"name": "Mine"}""").isProblem(403);
        served.as("ann").patch(path, """
                {"name": " "}""").isProblemAt(400, "name");
        served.as("ann").patch(path, "{}").isProblemAt(400, "name");
    }

    @Test
    void endsATeamForItsOwner() {
        TeamId team = served.team("ann", "pro");
        served.join(team, "bea", Role.ADMIN);
        String path = "/api/v1/teams/" + team;

        served.as("bea").delete(path).isProblem(403);
        assertThat(served.as("ann").delete(path).is(202).get("done").booleanValue())
                .isTrue();

        served.as("ann").get(path).isProblem(404);
        served.as("ann").delete(path).isProblem(404);
        served.as("ann").post("/api/v1/teams", """
                {"name": "Again", "id": "%s"}""".formatted(team)).isProblem(409);
    }

    @Test
    void showsThePlansToEverybody() {
        JsonNode plans = served.nobody().get("/api/v1/plans").is(200).get("plans");

        assertThat(plans.findValuesAsText("name")).containsExactly("free", "basic", "pro");
    }
}
