package io.tenderhub.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tenderhub.account.Secret;
import io.tenderhub.account.User;
import io.tenderhub.bootstrap.HubConfiguration;
import io.tenderhub.bootstrap.TenderHub;
import io.tenderhub.company.CompanyProfile;
import io.tenderhub.ingestion.FeedInput;
import io.tenderhub.team.Actor;
import io.tenderhub.team.NewTeam;
import io.tenderhub.team.Permission;
import io.tenderhub.team.TeamId;
import io.tenderhub.teststores.TestStores;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A tender with the score of a team is for this team alone; without it, it is for everybody. */
class TeamsTenderTest {
    private static final String RELEASE = """
            {"ocid":"ocds-team-1","id":"1","date":"2026-02-01T00:00:00Z","tag":["tender"],"language":"en-za",
             "tender":{"id":"1","title":"RFB 1/26","description":"Construction of a school","status":"active",
             "tenderPeriod":{"endDate":"2026-12-01T11:00:00Z"}},"buyer":{"id":"1","name":"Public Works"}}
            """;
    private static final Secret PASSWORD = new Secret("correct horse battery");
    private static final TeamId ACME = new TeamId("acme");
    private static final TeamId OTHER = new TeamId("other");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private static TenderHub hub;

    private static HttpService service;

    private static User jo;

    @BeforeAll
    static void serves() {
        TestStores stores = TestStores.shared();
        Map<String, String> environment = Map.of(
                "TENDERHUB_POSTGRES_URL", stores.freshPostgresUrl(),
                "TENDERHUB_MONGO_URL", stores.freshMongoUrl(),
                "TENDERHUB_REDIS_URL", stores.redisUrl(),
                "TENDERHUB_PREFIX", "team" + Long.toString(System.nanoTime(), 36),
                "TENDERHUB_HTTP_PORT", "0");
        HubConfiguration configuration = HubConfiguration.of(Map.of(), environment, Optional.empty());
        TenderHub.migrate(configuration);
        hub = TenderHub.start(configuration);
        jo = hub.accounts().register("jo@example.org", "Jo", PASSWORD);
        User mo = hub.accounts().register("mo@example.org", "Mo", PASSWORD);
        register(ACME, jo);
        register(OTHER, mo);
        hub.profiles()
                .save(
                        ACME,
                        CompanyProfile.builder()
                                .name("Acme")
                                .services(List.of("construction"))
                                .build());
        hub.ingestion()
                .ingest(
                        List.of(new FeedInput.Stream(
                                "test", new ByteArrayInputStream(RELEASE.getBytes(StandardCharsets.UTF_8)))),
                        reject -> {
                            throw new AssertionError(reject.toString());
                        });
        hub.relay().drain();
        service = HttpService.start(hub);
    }

    private static void register(TeamId id, User owner) {
        hub.registration()
                .registerAsOperator(
                        new NewTeam("Team", Optional.of(id), "basic", ZoneId.of("Africa/Johannesburg"), owner.id()));
    }

    @AfterAll
    static void stops() {
        service.close();
        hub.close();
    }

    private static Secret key(TeamId team, Permission scope) {
        return hub.apiKeys().create(Actor.operator(team), "test", Set.of(scope));
    }

    @Test
    void staysPublicWithoutATeam() throws Exception {
        JsonNode tender = json(get("", Optional.empty()), 200);
        assertThat(tender.has("readiness")).isFalse();
        assertThat(json(get("", Optional.of("Bearer nonsense")), 200).has("readiness"))
                .isFalse();
    }

    @Test
    void showsTheScoreToAMemberAndToAKeyThatMayRead() throws Exception {
        Secret session = hub.logins().login("jo@example.org", PASSWORD);
        for (Secret shown : List.of(session, key(ACME, Permission.READ))) {
            HttpResponse<String> answer = get("/teams/acme", Optional.of("Bearer " + shown.reveal()));

            assertThat(json(answer, 200).at("/readiness/policy").asText()).isNotEmpty();
            assertThat(answer.headers().firstValue("Cache-Control")).hasValue("private, no-store");
        }
        assertThat(json(get("/teams/acme", Optional.of("bearer " + session.reveal())), 200)
                        .has("readiness"))
                .isTrue();
    }

    @Test
    void showsNoScoreAndNoSummaryToATeamWhosePlanIncludesNone() throws Exception {
        Optional<String> shown =
                Optional.of("Bearer " + key(ACME, Permission.READ).reveal());
        hub.teams().changePlan(ACME, "free");
        try {
            JsonNode tender = json(get("/teams/acme", shown), 200);
            assertThat(tender.has("readiness")).isFalse();
            assertThat(tender.has("summary")).isFalse();
        } finally {
            hub.teams().changePlan(ACME, "basic");
        }
        assertThat(json(get("/teams/acme", shown), 200).has("summary")).isTrue();
    }

    @Test
    void asksForAnAuthenticationThatCounts() throws Exception {
        String key = key(ACME, Permission.READ).reveal();
        for (Optional<String> header : List.of(
                Optional.<String>empty(),
                Optional.of(""),
                Optional.of("Bearer"),
                Optional.of("Bearer nonsense"),
                Optional.of("Bearer " + key + "x"),
                Optional.of("Bearer " + key.substring(0, key.length() - 1) + (key.endsWith("A") ? "B" : "A")),
                Optional.of("Bearer " + key + " " + key),
                Optional.of("Basic am86aHVudGVyMg=="),
                Optional.of("Bearer " + "x".repeat(5_000)))) {
            HttpResponse<String> refused = get("/teams/acme", header);

            assertThat(refused.statusCode()).as(header.toString()).isEqualTo(401);
            assertThat(refused.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
            assertThat(refused.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
            assertThat(refused.body()).doesNotContain(key);
        }
    }

    @Test
    void tellsNothingOfATeamToThoseWhoAreNotInIt() throws Exception {
        String session = hub.logins().login("jo@example.org", PASSWORD).reveal();
        String key = key(OTHER, Permission.READ).reveal();

        String ofAnother = unnamed(get("/teams/other", Optional.of("Bearer " + session)));
        String ofNone = unnamed(get("/teams/nobody", Optional.of("Bearer " + session)));

        assertThat(get("/teams/other", Optional.of("Bearer " + session)).statusCode())
                .isEqualTo(404);
        assertThat(get("/teams/acme", Optional.of("Bearer " + key)).statusCode())
                .isEqualTo(404);
        assertThat(ofAnother.replace("other", "nobody")).isEqualTo(ofNone);
    }

    @Test
    void refusesAKeyThatMayNotRead() throws Exception {
        String key = key(ACME, Permission.EDIT_PROFILE).reveal();

        assertThat(get("/teams/acme", Optional.of("Bearer " + key)).statusCode())
                .isEqualTo(403);
    }

    @Test
    void refusesWhatWasRevoked() throws Exception {
        String key = key(ACME, Permission.READ).reveal();
        Secret session = hub.logins().login("jo@example.org", PASSWORD);
        hub.apiKeys()
                .list(Actor.operator(ACME))
                .forEach(known -> hub.apiKeys().revoke(Actor.operator(ACME), known.id()));
        hub.logins().logout(session);

        assertThat(get("/teams/acme", Optional.of("Bearer " + key)).statusCode())
                .isEqualTo(401);
        assertThat(get("/teams/acme", Optional.of("Bearer " + session.reveal())).statusCode())
                .isEqualTo(401);
    }

    @Test
    void refusesEverybodyOfATeamThatIsGone() throws Exception {
        TeamId gone = new TeamId("gone");
        register(gone, jo);
        String key = key(gone, Permission.READ).reveal();
        String session = hub.logins().login("jo@example.org", PASSWORD).reveal();
        hub.registration().remove(Actor.operator(gone));

        assertThat(get("/teams/gone", Optional.of("Bearer " + key)).statusCode())
                .isEqualTo(401);
        assertThat(get("/teams/gone", Optional.of("Bearer " + session)).statusCode())
                .isEqualTo(404);
    }

    @Test
    void saysThatATeamsIdIsNone() throws Exception {
        Optional<String> shown =
                Optional.of("Bearer " + key(ACME, Permission.READ).reveal());

        assertThat(get("/teams/No%20Team", shown).statusCode()).isEqualTo(400);
    }

    /** Without what is another for each request. */
    private static String unnamed(HttpResponse<String> answer) {
        return answer.body().replaceAll("\"requestId\":\"[^\"]*\"", "");
    }

    private static HttpResponse<String> get(String query, Optional<String> authorization)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(
                "http://" + service.host() + ":" + service.port() + "/api/v1" + query + "/tenders/ocds-team-1"));
        authorization.ifPresent(value -> request.header("Authorization", value));
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> response, int status) throws IOException {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return JSON.readTree(response.body());
    }
}
