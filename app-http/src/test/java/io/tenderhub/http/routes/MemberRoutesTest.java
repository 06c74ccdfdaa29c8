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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Served.class)
class MemberRoutesTest {
    private final ServedHub served;

    MemberRoutesTest(ServedHub served) {
        this.served = served;
    }

    private String id(String name) {
        return served.user(name).id().value();
    }

    @Test
    void listsTheMembersForWhoeverMayRead() {
        TeamId team = served.team("ann", "pro");
        served.join(team, "bea", Role.VIEWER);
        String path = "/api/v1/teams/" + team + "/members";

        JsonNode members = served.as("bea").get(path).is(200).get("members");

        assertThat(members.findValuesAsText("id")).containsExactly(id("ann"), id("bea"));
        assertThat(members.findValuesAsText("role")).containsExactly("owner", "viewer");
        served.asKey(team, Permission.EDIT_WORKSPACE).get(path).isProblem(403);
        served.as("cas").get(path).isProblem(404);
        served.nobody().get(path).isProblem(401);
    }

    @Test
    void givesAMemberAnotherRoleWithinReach() {
        TeamId team = served.team("ann", "pro");
        served.join(team, "bea", Role.ADMIN);
        served.join(team, "cas", Role.VIEWER);
        String path = "/api/v1/teams/" + team + "/members/";

        served.as("bea").put(path + id("cas"), """
                {"role": "member"}""").isNothing(204);

        assertThat(served.as("bea")
                        .get("/api/v1/teams/" + team + "/members")
                        .is(200)
                        .findValuesAsText("role"))
                .containsExactly("owner", "admin", "member");
        served.as("cas").put(path + id("bea"), """
                {"role": "viewer"}""").isProblem(403);
        served.as("bea").put(path + id("cas"), """
                {"role": "owner"}""").isProblem(403);
        served.as("ann").put(path + id("ann"), """
                {"role": "viewer"}""").isProblem(403);
        served.as("ann").put(path + id("bea"), """
                {"role": "king"}""").isProblemAt(400, "role");
        served.as("ann").put(path + "nobody", """
                {"role": "viewer"}""").isProblem(404);
        served.as("ann").put(path + "No%20Body", """
                {"role": "viewer"}""").isProblemAt(400, "user");
    }

    @Test
    void removesMembersAndLetsThemLeave() {
        TeamId team = served.team("ann", "pro");
        served.join(team, "bea", Role.MEMBER);
        served.join(team, "cas", Role.MEMBER);
        String path = "/api/v1/teams/" + team;

        served.as("bea").delete(path + "/members/" + id("cas")).isProblem(403);
        served.as("ann").delete(path + "/members/" + id("cas")).isNothing(204);
        served.as("cas").get(path).isProblem(404);
        served.as("ann").delete(path + "/members/" + id("cas")).isProblem(404);

        served.as("bea").post(path + "/leave").isNothing(204);
        served.as("bea").post(path + "/leave").isProblem(404);
        served.as("ann").post(path + "/leave").isProblem(403);
        served.asKey(team, Permission.READ).post(path + "/leave").isProblem(403);
    }

    @Test
    void bringsInWhoeverWasInvited() {
        TeamId team = served.team("ann", "pro");
        String path = "/api/v1/teams/" + team + "/invitations";

        Answered made = served.as("ann").post(path, """
                {"email": "DAN@example.org", "role": "member"}""");
        String token = made.is(201).get("token").textValue();
        String accepting = """
                {"token": "%s"}""".formatted(token);

        assertThat(served.as("ann")
                        .get(made.header("Location").orElseThrow())
                        .is(200)
                        .get("email")
                        .textValue())
                .isEqualTo("dan@example.org");
        assertThat(served.as("ann").get(path).is(200).toString()).doesNotContain(token);
        served.as("cas").post("/api/v1/invitations/accept", accepting).isProblemAt(400, "token");
        JsonNode membership =
                served.as("dan").post("/api/v1/invitations/accept", accepting).is(200);
        assertThat(membership.get("team").textValue()).isEqualTo(team.value());
        assertThat(membership.get("role").textValue()).isEqualTo("member");
        served.as("dan").post("/api/v1/invitations/accept", accepting).isProblemAt(400, "token");
        assertThat(served.as("ann").get(path).is(200).get("invitations")).isEmpty();
        served.as("dan").get(path).isProblem(403);
        served.nobody().post("/api/v1/invitations/accept", accepting).isProblem(401);
    }

    @Test
    void refusesInvitationsThatCantBe() {
        TeamId team = served.team("ann", "basic");
        served.join(team, "bea", Role.ADMIN);
        String path = "/api/v1/teams/" + team + "/invitations";
        Client ann = served.as("ann");

        ann.post(path, """
                {"email": "no address", "role": "member"}""").isProblemAt(400, "email");
        ann.post(path, """
                {"email": "bea@example.org", "role": "member"}""").isProblem(409);
        served.as("bea").post(path, """
                {"email": "x@example.org", "role": "owner"}""").isProblem(403);
        served.asKey(team, Permission.READ).post(path, """
                {"email": "x@example.org", "role": "viewer"}""").isProblem(403);
        ann.post(path, """
                {"email": "x@example.org", "role": "viewer"}""").is(201);
        JsonNode full = ann.post(path, """
                {"email": "y@example.org", "role": "viewer"}""").isProblem(403);
        assertThat(full.get("type").textValue()).endsWith("limit-reached");
    }

    @Test
    void takesAnInvitationBack() {
        TeamId team = served.team("ann", "pro");
        Answered made = served.as("ann").post("/api/v1/teams/" + team + "/invitations", """
                {"email": "cas@example.org", "role": "member"}""");
        String token = made.is(201).get("token").textValue();
        String path = made.header("Location").orElseThrow();

        served.as("cas").delete(path).isProblem(404);
        served.as("ann").delete(path).isNothing(204);

        served.as("ann").delete(path).isProblem(404);
        served.as("ann").get(path).isProblem(404);
        served.as("cas")
                .post("/api/v1/invitations/accept", """
                {"token": "%s"}""".formatted(token))
                .isProblemAt(400, "token");
    }
}
