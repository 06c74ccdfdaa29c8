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
class ProfileRoutesTest {
    private final ServedHub served;

    ProfileRoutesTest(ServedHub served) {
        this.served = served;
    }

    @Test
    void keepsTheProfileOfATeam() {
        TeamId team = served.team("ann", "pro");
        served.join(team, "bea", Role.VIEWER);
        String path = "/api/v1/teams/" + team + "/profile";
        served.as("ann").get(path).isProblem(404);

        JsonNode saved = served.as("ann").put(path, """
                {"name": "Acme", "services": ["paving"], "cidb": ["5GB PE", {"class": "CE", "grade": 4}],
                 "bbbeeLevel": 2, "annualTurnover": 9000000, "largestContract": {"amount": 12.5, "currency": "USD"},
                 "contact": {"email": "jo@example.org"}}""").is(200);

        assertThat(saved.at("/cidb/0/pe").booleanValue()).isTrue();
        assertThat(saved.at("/annualTurnover/currency").textValue()).isEqualTo("ZAR");
        Answered read = served.as("bea").get(path);
        assertThat(read.is(200)).isEqualTo(saved);
        served.as("bea")
                .with("If-None-Match", read.header("ETag").orElseThrow())
                .get(path)
                .isNothing(304);
        served.as("bea").put(path, """
                {"name": "Mine"}""").isProblem(403);
        served.asKey(team, Permission.READ).put(path, """
                {"name": "Mine"}""").isProblem(403);
        served.as("cas").get(path).isProblem(404);
        served.nobody().get(path).isProblem(401);
    }

    @Test
    void takesThePlaceOfTheVersionThatWasReadAlone() {
        TeamId team = served.team("ann", "pro");
        Client ann = served.as("ann");
        String path = "/api/v1/teams/" + team + "/profile";

        ann.with("If-Match", "*").put(path, """
                {"name": "First"}""").isProblem(412);
        String first = ann.put(path, """
                {"name": "First"}""").header("ETag").orElseThrow();
        String second = ann.with("If-Match", "\"none\", " + first)
                .put(path, """
                {"name": "Second"}""")
                .header("ETag")
                .orElseThrow();

        assertThat(second).isNotEqualTo(first);
        for (String stale : new String[] {first, "W/" + second, "nonsense"}) {
            ann.with("If-Match", stale).put(path, """
                    {"name": "Lost"}""").isProblem(412);
        }
        assertThat(ann.get(path).is(200).get("name").textValue()).isEqualTo("Second");
        ann.with("If-Match", "*").put(path, """
                {"name": "Third"}""").is(200);
    }

    @Test
    void namesWhatIsWrongByField() {
        Client ann = served.as("ann");
        String path = "/api/v1/teams/" + served.team("ann", "free") + "/profile";

        ann.put(path, """
                {"cidb": [5, {"class": "XX", "grade": 12}], "bbbeeLevel": 9, "largestContract": "much", "colour": "red"}""")
                .isProblemAt(
                        400,
                        "name",
                        "cidb[0]",
                        "cidb[1].class",
                        "cidb[1].grade",
                        "bbbeeLevel",
                        "largestContract",
                        "colour");
        ann.put(path, """
                {"name": "A", "cidb": ["55GB"], "contact": {"email": "none"}, "largestContract": -1}""").isProblemAt(400, "cidb[0].grade", "contact.email", "largestContract.amount");
        ann.put(path, """
                {"name": "A", "cidb": ["five"]}""").isProblemAt(400, "cidb[0]");
        ann.put(path, "{").isProblem(400);
    }
}
