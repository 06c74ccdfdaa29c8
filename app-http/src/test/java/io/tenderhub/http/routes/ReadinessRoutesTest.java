package io.tenderhub.http.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenderhub.company.CompanyProfile;
import io.tenderhub.http.Client;
import io.tenderhub.http.Served;
import io.tenderhub.http.ServedHub;
import io.tenderhub.team.Permission;
import io.tenderhub.team.TeamId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Served.class)
class ReadinessRoutesTest {
    private static final String OCID = "etenders-ready/1/26";
    private static final String PROFILE =
            "{\"name\": \"Example\", \"services\": [\"building construction\"], \"cidb\": [\"6GB\"], \"national\": true}";

    private final ServedHub served;
    private TeamId team;
    private Client rob;
    private String readiness;

    ReadinessRoutesTest(ServedHub served) {
        this.served = served;
    }

    @BeforeEach
    void hasATeam() {
        team = served.team("rob", "basic");
        rob = served.as("rob");
        readiness = "/api/v1/teams/" + team + "/readiness";
    }

    private void hasAProfile() {
        served.hub()
                .profiles()
                .save(
                        team,
                        CompanyProfile.builder()
                                .name("Example")
                                .services(List.of("building construction"))
                                .build());
        PublishedTenders.publish(served.hub(), 30, OCID);
    }

    @Test
    void judgesForAnybodyUnderBothNames() {
        PublishedTenders.publish(served.hub(), 30, OCID);
        for (String path : List.of("/api/v1/readiness/check", "/api/readiness/check")) {
            JsonNode stored = served.nobody()
                    .post(path, "{\"profile\": " + PROFILE + ", \"ocid\": \"" + OCID + "\", \"policy\": \"standard\"}")
                    .is(200);
            assertThat(stored.get("policy").textValue()).isEqualTo("standard");
            JsonNode sent = served.nobody()
                    .post(
                            path,
                            "{\"profile\": " + PROFILE + ", \"release\": " + PublishedTenders.release("ocds-sent", 9)
                                    + "}")
                    .is(200);
            assertThat(sent.get("ocid").textValue()).isEqualTo("ocds-sent");
        }
    }

    @Test
    void judgesByAPolicyThatIsSent() {
        String policy = "{\"name\": \"mine\", \"version\": \"7\", \"criteria\": {\"sector\": 60, \"coverage\": 40}}";
        JsonNode score = served.nobody()
                .post(
                        "/api/v1/readiness/check",
                        "{\"profile\": " + PROFILE + ", \"policy\": " + policy + ", \"now\": \"2026-02-02T00:00:00Z\","
                                + " \"briefingAttended\": true, \"release\": "
                                + PublishedTenders.release("ocds-sent", 9)
                                + "}")
                .is(200);

        assertThat(score.get("policy").textValue()).isEqualTo("mine");
        assertThat(score.get("checklist")).hasSize(2);
        assertThat(score.get("generatedAt").textValue()).isEqualTo("2026-02-02T00:00:00Z");
    }

    @Test
    void saysEverythingThatIsWrongWithAQuestion() {
        Client nobody = served.nobody();
        String path = "/api/v1/readiness/check";

        nobody.post(path, "{}").isProblemAt(400, "profile");
        nobody.post(
                        path,
                        "{\"profile\": {\"name\": 5, \"cidb\": [7, \"GB\", {\"class\": \"GB\"}], \"staff\": -1},"
                                + " \"ocid\": 3, \"policy\": [], \"now\": \"today\", \"colour\": \"red\"}")
                .isProblemAt(
                        400,
                        "profile.name",
                        "profile.cidb[0]",
                        "profile.cidb[1]",
                        "profile.cidb[2].grade",
                        "profile.staff",
                        "ocid",
                        "policy",
                        "now",
                        "colour");
        nobody.post(path, "{\"profile\": " + PROFILE + "}").isProblemAt(400, "ocid");
        assertThat(nobody.post(
                                path,
                                "{\"profile\": " + PROFILE + ", \"ocid\": \"" + OCID + "\", \"policy\": \"standrd\"}")
                        .isProblem(400)
                        .get("detail")
                        .textValue())
                .isEqualTo("policy: must be one of standard, south-africa, not 'standrd'");
        nobody.post(path, "{\"profile\": {\"name\": \" \"}, \"ocid\": \"x\", \"policy\": \"best\"}")
                .isProblemAt(400, "profile.name", "policy");
        nobody.post(
                        path,
                        "{\"profile\": " + PROFILE
                                + ", \"ocid\": \"x\", \"policy\": {\"name\": \"m\", \"version\": \"1\","
                                + " \"criteria\": {\"sector\": 50, \"luck\": 50}}}")
                .isProblemAt(400, "policy.criteria.luck");
        nobody.post(path, "{\"profile\": " + PROFILE + ", \"release\": {\"nothing\": true}}")
                .isProblemAt(400, "release");
        nobody.post(path, "{\"profile\": " + PROFILE + ", \"ocid\": \"ocds-nowhere\"}")
                .isProblem(404);
        nobody.with("Content-Type", "application/xml").post(path, new byte[1]).isProblem(415);
    }

    @Test
    void showsWhatTheBackgroundMadeForATeam() {
        hasAProfile();

        JsonNode one = rob.get(readiness + "/etenders-ready%2F1%2F26").is(200);
        JsonNode top = rob.get(readiness + "?limit=100").is(200);

        assertThat(one.get("ocid").textValue()).isEqualTo(OCID);
        assertThat(top.get("tenders").findValuesAsText("ocid")).contains(OCID);
        assertThat(rob.get(readiness + "?limit=1").is(200).get("tenders")).hasSize(1);
    }

    @Test
    void saysWhatIsNotThereYet() {
        PublishedTenders.publish(served.hub(), 30, OCID);

        assertThat(rob.get(readiness + "/etenders-ready%2F1%2F26")
                        .isProblem(404)
                        .get("detail")
                        .textValue())
                .contains("no readiness yet");
        assertThat(rob.get(readiness + "/ocds-nowhere")
                        .isProblem(404)
                        .get("detail")
                        .textValue())
                .contains("no tender");
        assertThat(rob.get(readiness).is(200).get("tenders")).isEmpty();
        rob.post(readiness + "/check", "{\"ocid\": \"" + OCID + "\"}").isProblem(409);
    }

    @Test
    void judgesByTheProfileOfTheTeam() {
        hasAProfile();

        JsonNode stored =
                rob.post(readiness + "/check", "{\"ocid\": \"" + OCID + "\"}").is(200);
        JsonNode sent = rob.post(
                        readiness + "/check", "{\"release\": " + PublishedTenders.release("ocds-sent", 9) + "}")
                .is(200);

        assertThat(stored.get("ocid").textValue()).isEqualTo(OCID);
        assertThat(sent.get("ocid").textValue()).isEqualTo("ocds-sent");
        rob.post(readiness + "/check", "{\"profile\": " + PROFILE + ", \"ocid\": \"" + OCID + "\"}")
                .isProblemAt(400, "profile");
        rob.post(readiness + "/check", "{\"ocid\": \"ocds-nowhere\"}").isProblem(404);
    }

    @Test
    void isForThoseOfTheTeamWhosePlanIncludesIt() {
        hasAProfile();
        TeamId small = served.team("rob", "free");
        served.team("sue", "basic");

        for (String path : List.of("", "/etenders-ready%2F1%2F26")) {
            rob.get("/api/v1/teams/" + small + "/readiness" + path).isProblem(403);
            served.asKey(team, Permission.EDIT_PROFILE).get(readiness + path).isProblem(403);
            served.asKey(team, Permission.READ).get(readiness + path).is(200);
            served.as("sue").get(readiness + path).isProblem(404);
            served.nobody().get(readiness + path).isProblem(401);
        }
        String asked = "{\"ocid\": \"" + OCID + "\"}";
        rob.post("/api/v1/teams/" + small + "/readiness/check", asked).isProblem(403);
        served.as("sue").post(readiness + "/check", asked).isProblem(404);
        served.nobody().post(readiness + "/check", asked).isProblem(401);
    }
}
