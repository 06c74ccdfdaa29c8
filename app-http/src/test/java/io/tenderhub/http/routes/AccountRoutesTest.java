package io.tenderhub.http.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenderhub.account.Secret;
import io.tenderhub.http.Answered;
import io.tenderhub.http.Client;
import io.tenderhub.http.Served;
import io.tenderhub.http.ServedHub;
import io.tenderhub.team.Permission;
import io.tenderhub.team.TeamId;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Served.class)
class AccountRoutesTest {
    private final ServedHub served;

    AccountRoutesTest(ServedHub served) {
        this.served = served;
    }

    private Answered logIn(String email, String password) {
        return served.nobody().post("/api/v1/sessions", """
                        {"email": "%s", "password": "%s"}""".formatted(email, password));
    }

    @Test
    void makesAStrangerAUserWhoCanLogInAndOut() {
        JsonNode registered = served.nobody().post("/api/v1/accounts", """
                        {"email": "Zola@example.org", "name": "Zola", "password": "a long enough one"}""").is(202);

        JsonNode session = logIn("zola@example.org", "a long enough one").is(200);
        Client zola = served.as(new Secret(session.get("token").textValue()));

        assertThat(registered.get("email").textValue()).isEqualTo("Zola@example.org");
        assertThat(session.at("/user/name").textValue()).isEqualTo("Zola");
        assertThat(zola.get("/api/v1/me").is(200).get("email").textValue()).isEqualTo("zola@example.org");
        zola.delete("/api/v1/sessions/current").isNothing(204);
        zola.get("/api/v1/me").isProblem(401);
        zola.delete("/api/v1/sessions/current").isProblem(401);
    }

    @Test
    void tellsAStrangerNothingOfWhoIsAUser() {
        served.user("ann");
        String body = """
                {"email": "ann@example.org", "name": "Somebody else", "password": "a long enough one"}""";

        JsonNode taken = served.nobody().post("/api/v1/accounts", body).is(202);
        JsonNode free = served.nobody()
                .post("/api/v1/accounts", body.replace("ann@", "nobody-yet@"))
                .is(202);

        assertThat(taken.toString()).isEqualTo(free.toString().replace("nobody-yet@", "ann@"));
        assertThat(served.as("ann").get("/api/v1/me").is(200).get("name").textValue())
                .isEqualTo("ann");
        logIn("ann@example.org", "a long enough one").isProblem(401);
    }

    @Test
    void namesWhatIsWrongWithARegistrationByField() {
        Client nobody = served.nobody();

        nobody.post("/api/v1/accounts", """
                {"email": "no address", "name": " ", "password": "short"}""").isProblemAt(400, "email", "name", "password");
        nobody.post("/api/v1/accounts", """
                {"email": 1, "admin": true}""").isProblemAt(400, "email", "name", "password", "admin");
        nobody.post("/api/v1/accounts", "[]").isProblemAt(400, "body");
        nobody.with("Content-Type", "text/plain")
                .post("/api/v1/accounts", new byte[1])
                .isProblem(415);
    }

    @Test
    void refusesAWrongPasswordLikeAnAddressThatNobodyHas() {
        served.user("ann");

        JsonNode wrong = logIn("ann@example.org", "not her password").isProblem(401);
        JsonNode nobody = logIn("nobody@example.org", "not her password").isProblem(401);

        assertThat(wrong.get("detail")).isEqualTo(nobody.get("detail"));
    }

    @Test
    void keepsGuessesAtOneAddressToARate() {
        Answered last = logIn("guessed@example.org", "");
        last.isProblemAt(400, "password");
        for (int i = 0; i < 11; i++) {
            last = logIn("guessed@example.org", "guess " + i);
        }

        last.isProblem(429);
        assertThat(Long.parseLong(last.header("Retry-After").orElseThrow())).isBetween(1L, 300L);
    }

    @Test
    void endsAllSessionsOfAUserAndOfNobodyElse() {
        served.as("ann").get("/api/v1/me").is(200);
        served.user("lou");
        Client one = served.as(served.hub().logins().login("lou@example.org", ServedHub.PASSWORD));
        Client two = served.as(served.hub().logins().login("lou@example.org", ServedHub.PASSWORD));

        one.delete("/api/v1/sessions").isNothing(204);

        two.get("/api/v1/me").isProblem(401);
        served.as("ann").get("/api/v1/me").is(200);
        served.nobody().delete("/api/v1/sessions").isProblem(401);
    }

    @Test
    void changesAPasswordForWhoKnowsTheOldOne() {
        served.user("pat");
        Client pat = served.as(served.hub().logins().login("pat@example.org", ServedHub.PASSWORD));

        pat.put("/api/v1/me/password", """
                {"oldPassword": "not it", "password": "another long one"}""").isProblemAt(400, "oldPassword");
        pat.put("/api/v1/me/password", """
                {"oldPassword": "correct horse battery", "password": "short"}""").isProblemAt(400, "password");
        pat.put("/api/v1/me/password", "{}").isProblemAt(400, "oldPassword", "password");
        pat.get("/api/v1/me").is(200);
        pat.put("/api/v1/me/password", """
                {"oldPassword": "correct horse battery", "password": "another long one"}""").isNothing(204);

        pat.get("/api/v1/me").isProblem(401);
        logIn("pat@example.org", "another long one").is(200);
    }

    @Test
    void listsTheTeamsOfAUserWithHisRole() {
        TeamId team = served.team("of-one-team", "free");

        JsonNode teams =
                served.as("of-one-team").get("/api/v1/me/teams").is(200).get("teams");

        assertThat(teams).hasSize(1);
        assertThat(teams.at("/0/id").textValue()).isEqualTo(team.value());
        assertThat(teams.at("/0/role").textValue()).isEqualTo("owner");
        served.nobody().get("/api/v1/me/teams").isProblem(401);
        served.asKey(team, Permission.READ).get("/api/v1/me/teams").isProblem(403);
    }

    @Test
    void keepsRegistrationsFromOneAddressToARate() {
        Client one = from("198.51.100.7, 2001:db8:1:2:3::4");
        for (int i = 0; i < 20; i++) {
            one.post("/api/v1/accounts", "{}").isProblem(400);
        }

        Answered refused = from("203.0.113.9, 2001:db8:1:2::ffff").post("/api/v1/accounts", "{}");

        refused.isProblem(429);
        assertThat(refused.header("Retry-After")).isPresent();
        from("2001:db8:1:2:3::4, 2001:db8:1:3::1")
                .post("/api/v1/accounts", "{}")
                .isProblem(400);
    }

    @Test
    void believesTheProxyAndNotTheClientWhereEachSendsALineOfItsOwn() throws Exception {
        for (int i = 0; i < 20; i++) {
            assertThat(registering("203.0.113." + i, "198.51.100.77")).isEqualTo(400);
        }

        assertThat(registering("203.0.113.99", "198.51.100.77")).isEqualTo(429);
    }

    @Test
    void takesEveryPortOfAnAddressForTheSameClient() {
        for (int i = 0; i < 20; i++) {
            from("198.51.100.78:" + (40_000 + i)).post("/api/v1/accounts", "{}").isProblem(400);
        }

        from("198.51.100.78:50000").post("/api/v1/accounts", "{}").isProblem(429);
    }

    private int registering(String client, String proxy) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        served.nobody().get("/health/live").response().uri().resolve("/api/v1/accounts"))
                .header("X-Forwarded-For", client)
                .header("X-Forwarded-For", proxy)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    @Test
    void asksNobodyToKeepTheTokenOfWhoLogsIn() {
        served.user("ann");

        assertThat(logIn("ann@example.org", "correct horse battery").header("Cache-Control"))
                .hasValue("private, no-store");
    }

    /** As a proxy tells where a request comes from: what stands before the last address is the client's own word. */
    private Client from(String forwarded) {
        return served.nobody().with("X-Forwarded-For", forwarded);
    }
}
