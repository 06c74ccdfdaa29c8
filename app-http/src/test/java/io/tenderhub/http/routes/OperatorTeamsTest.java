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
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Served.class)
class OperatorTeamsTest {
    private final ServedHub served;

    OperatorTeamsTest(ServedHub served) {
        this.served = served;
    }

    private static final String OPERATOR = "/api/v1/operator";

    @Test
    void isForWhoRunsTheHubAlone() {
        TeamId team = served.team("ann", "free");
        for (Client other : List.of(served.nobody(), served.as("ann"), served.asKey(team, Permission.MANAGE_TEAM))) {
            other.get(OPERATOR + "/teams").isProblem(401);
            other.get(OPERATOR + "/teams/unfinished").isProblem(401);
            other.post(OPERATOR + "/teams", "{}").isProblem(401);
            other.post(OPERATOR + "/teams/" + team + "/resume").isProblem(401);
            other.put(OPERATOR + "/teams/" + team + "/plan", "{}").isProblem(401);
            other.delete(OPERATOR + "/teams/" + team).isProblem(401);
            other.get(OPERATOR + "/users").isProblem(401);
            other.get(OPERATOR + "/users/x").isProblem(401);
            other.post(OPERATOR + "/users", "{}").isProblem(401);
            other.post(OPERATOR + "/users/x/disable").isProblem(401);
            other.post(OPERATOR + "/users/x/enable").isProblem(401);
            other.put(OPERATOR + "/users/x/password", "{}").isProblem(401);
        }
    }

    @Test
    void registersTeamsOnAnyPlanAndPutsThemOnOthers() {
        Client operator = served.asOperator();
        String owner = served.user("ann").id().value();

        JsonNode team = operator.post(OPERATOR + "/teams", """
                {"name": "Given", "plan": "pro", "owner": "%s"}""".formatted(owner)).is(201);
        String id = team.get("id").textValue();
        served.join(new TeamId(id), "bea", Role.VIEWER);

        assertThat(team.get("plan").textValue()).isEqualTo("pro");
        assertThat(operator.get(OPERATOR + "/teams").is(200).findValuesAsText("id"))
                .contains(id);
        assertThat(operator.put(OPERATOR + "/teams/" + id + "/plan", """
                {"plan": "basic"}""")
                        .is(200)
                        .get("plan")
                        .textValue())
                .isEqualTo("basic");
        operator.put(OPERATOR + "/teams/" + id + "/plan", """
                {"plan": "free"}""").isProblem(403);
        operator.put(OPERATOR + "/teams/" + id + "/plan", """
                {"plan": "golden"}""").isProblemAt(400, "plan");
        operator.put(OPERATOR + "/teams/none/plan", """
                {"plan": "free"}""").isProblem(404);
        operator.post(OPERATOR + "/teams", """
                {"name": "Again", "id": "%s", "plan": "pro", "owner": "%s"}""".formatted(id, owner)).isProblem(409);
        operator.post(OPERATOR + "/teams", """
                {"name": "Nobody's", "plan": "pro", "owner": "nobody"}""").isProblemAt(400, "owner");
        operator.post(OPERATOR + "/teams", """
                {"name": "Golden", "plan": "golden", "owner": "%s"}""".formatted(owner)).isProblemAt(400, "plan");
    }

    @Test
    void endsTeamsAndGoesOnWithWhatIsNotFinished() {
        Client operator = served.asOperator();
        TeamId team = served.team("ann", "free");

        assertThat(operator.post(OPERATOR + "/teams/" + team + "/resume")
                        .is(200)
                        .has("unfinished"))
                .isFalse();
        assertThat(operator.delete(OPERATOR + "/teams/" + team)
                        .is(202)
                        .get("done")
                        .booleanValue())
                .isTrue();

        assertThat(operator.get(OPERATOR + "/teams/unfinished").is(200).get("teams"))
                .isEmpty();
        operator.post(OPERATOR + "/teams/never-there/resume").isProblem(404);
        operator.delete(OPERATOR + "/teams/never-there").isProblem(404);
    }

    @Test
    void makesUsersAndKeepsThemOut() {
        Client operator = served.asOperator();
        Answered made = operator.post(OPERATOR + "/users", """
                {"email": "eve@example.org", "name": "Eve", "password": "correct horse battery"}""");
        String eve = OPERATOR + "/users/" + made.is(201).get("id").textValue();
        Client session = served.as(served.hub().logins().login("eve@example.org", ServedHub.PASSWORD));

        assertThat(made.header("Location")).hasValue(eve);
        assertThat(operator.get(OPERATOR + "/users").is(200).findValuesAsText("email"))
                .contains("eve@example.org");
        operator.post(OPERATOR + "/users", """
                {"email": "eve@example.org", "name": "Eve", "password": "correct horse battery"}""").isProblem(409);
        operator.post(eve + "/disable").isNothing(204);
        session.get("/api/v1/me").isProblem(401);
        assertThat(operator.get(eve).is(200).get("disabled").booleanValue()).isTrue();
        operator.post(eve + "/enable").isNothing(204);
        operator.put(eve + "/password", """
                {"password": "short"}""").isProblemAt(400, "password");
        operator.put(eve + "/password", """
                {"password": "another long one"}""").isNothing(204);
        served.nobody().post("/api/v1/sessions", """
                {"email": "eve@example.org", "password": "another long one"}""").is(200);
        for (String path : List.of("/disable", "/enable")) {
            operator.post(OPERATOR + "/users/nobody" + path).isProblem(404);
        }
        operator.get(OPERATOR + "/users/nobody").isProblem(404);
        operator.put(OPERATOR + "/users/nobody/password", """
                {"password": "another long one"}""").isProblem(404);
    }
}
