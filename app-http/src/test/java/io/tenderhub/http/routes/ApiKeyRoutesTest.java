package io.tenderhub.http.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenderhub.account.Secret;
import io.tenderhub.http.Answered;
import io.tenderhub.http.Client;
import io.tenderhub.http.Served;
import io.tenderhub.http.ServedHub;
import io.tenderhub.team.Permission;
import io.tenderhub.team.Role;
import io.tenderhub.team.TeamId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Served.class)
class ApiKeyRoutesTest {
    private final ServedHub served;

    ApiKeyRoutesTest(ServedHub served) {
        this.served = served;
    }

    @Test
    void makesAKeyThatDoesWhatItsScopesSayUntilItIsRevoked() {
        TeamId team = served.team("ann", "pro");
        String path = "/api/v1/teams/" + team + "/api-keys";

        Answered answered = served.as("ann").post(path, """
                {"name": "nightly", "scopes": ["read", "read-audit"]}""");
        JsonNode made = answered.is(201);
        String location = answered.header("Location").orElseThrow();
        Client program = served.as(new Secret(made.get("key").textValue()));

        program.get("/api/v1/teams/" + team + "/audit").is(200);
        program.get(path).isProblem(403);
        assertThat(served.as("ann").get(location).is(200)).isEqualTo(made.get("apiKey"));
        assertThat(served.as("ann").get(path).is(200).toString())
                .contains("nightly")
                .doesNotContain(made.get("key").textValue());
        served.as("ann").delete(location).isNothing(204);
        program.get("/api/v1/teams/" + team).isProblem(401);
        assertThat(served.as("ann").get(location).is(200).has("revokedAt")).isTrue();
    }

    @Test
    void refusesKeysThatCantBe() {
        TeamId team = served.team("ann", "pro");
        served.join(team, "bea", Role.ADMIN);
        served.join(team, "cas", Role.MEMBER);
        String path = "/api/v1/teams/" + team + "/api-keys";

        served.as("ann").post(path, """
                {"name": " ", "scopes": []}""").isProblemAt(400, "name", "scopes");
        served.as("ann").post(path, """
                {"name": "x", "scopes": ["fly"]}""").isProblemAt(400, "scopes[0]");
        served.as("bea").post(path, """
                {"name": "x", "scopes": ["manage-team"]}""").isProblem(403);
        served.as("cas").post(path, """
                {"name": "x", "scopes": ["read"]}""").isProblem(403);
        served.asKey(team, Permission.READ).get(path).isProblem(403);
        served.as("dan").get(path).isProblem(404);
        served.as("ann").get(path + "/none").isProblem(404);
        served.as("ann").delete(path + "/none").isProblem(404);
        served.nobody().delete(path + "/none").isProblem(401);
    }
}
