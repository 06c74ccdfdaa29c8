package io.tenderhub.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tenderhub.bootstrap.HubConfiguration;
import io.tenderhub.bootstrap.TenderHub;
import io.tenderhub.ingestion.FeedInput;
import io.tenderhub.teststores.TestStores;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class HttpServiceTest {
    private static final String RELEASE = """
            {"ocid":"ocds-http-1","id":"1","date":"2026-02-01T00:00:00Z","tag":["tender"],"language":"en-za",
             "tender":{"id":"1","title":"RFB 1/26","description":"Construction of a school, CIDB grade 5GB or higher",
             "status":"active","tenderPeriod":{"endDate":"2026-12-01T11:00:00Z"}},"buyer":{"id":"1","name":"Public Works"},
             "awards":[{"id":"a","status":"active","value":{"amount":1250000.50,"currency":"ZAR"}}]}
            """;
    private static final String PROFILE =
            "{\"name\":\"Example\",\"services\":[\"building construction\"],\"cidb\":[\"6GB\"],\"provinces\":[\"Gauteng\"]}";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private static TenderHub hub;

    private static HttpService service;

    @BeforeAll
    static void serves() {
        TestStores stores = TestStores.shared();
        Map<String, String> environment = Map.of(
                "TENDERHUB_POSTGRES_URL", stores.freshPostgresUrl(),
                "TENDERHUB_MONGO_URL", stores.freshMongoUrl(),
                "TENDERHUB_REDIS_URL", stores.redisUrl(),
                "TENDERHUB_PREFIX", "http",
                "TENDERHUB_HTTP_PORT", "0");
        HubConfiguration configuration = HubConfiguration.of(Map.of(), environment, Optional.empty());
        TenderHub.migrate(configuration);
        hub = TenderHub.start(configuration);
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

    @AfterAll
    static void stops() {
        service.close();
        hub.close();
    }

    @Test
    void findsTenders() throws Exception {
        JsonNode page = json(get("/api/v1/tenders?text=school&cidbClass=GB&sort=newest"), 200);

        assertThat(page.at("/tenders/0/ocid").asText()).isEqualTo("ocds-http-1");
    }

    @Test
    void saysEveryParameterThatIsWrong() throws Exception {
        JsonNode problem = problem(get("/api/v1/tenders?limit=many&sort=best&colour=red&closingFrom=tomorrow"), 400);

        assertThat(problem.findValuesAsText("path"))
                .containsExactlyInAnyOrder("limit", "sort", "colour", "closingFrom");
        assertThat(problem.get("detail").asText()).contains("; and 3 more, see problems");
    }

    @Test
    void refusesARangeThatEndsBeforeItBegins() throws Exception {
        assertThat(problem(get("/api/v1/tenders?valueFrom=10&valueTo=9.99"), 400)
                        .findValuesAsText("path"))
                .containsExactly("valueTo");
        assertThat(get("/api/v1/tenders?valueFrom=10&valueTo=10.00").statusCode())
                .isEqualTo(200);
    }

    @Test
    void refusesACursorThatItDidNotGive() throws Exception {
        assertThat(problem(get("/api/v1/tenders?cursor=nonsense"), 400).findValuesAsText("path"))
                .containsExactly("cursor");
    }

    @Test
    void showsATenderWithItsSummary() throws Exception {
        JsonNode tender = json(get("/api/v1/tenders/ocds-http-1"), 200);

        assertThat(tender.at("/tender/id").asText()).isEqualTo("1");
        assertThat(tender.at("/summary/model").asText()).isNotEmpty();
        assertThat(tender.at("/version").asLong()).isEqualTo(1);
    }

    @Test
    void ranksBuyersByWhatTheySpend() throws Exception {
        JsonNode report = json(get("/api/analytics/spend-by-buyer?currency=ZAR&limit=20"), 200);

        assertThat(report.get("currency").asText()).isEqualTo("ZAR");
        assertThat(report.get("buyers")).hasSize(1);
        assertThat(report.at("/buyers/0/buyer").asText()).isEqualTo("Public Works");
        assertThat(report.at("/buyers/0/amount").decimalValue()).isEqualByComparingTo("1250000.5");
        assertThat(report.at("/buyers/0/awards").asLong()).isEqualTo(1);
        assertThat(json(get("/api/analytics/spend-by-buyer?currency=USD"), 200).get("buyers"))
                .isEmpty();
    }

    @Test
    void countsWhatPeopleLookAt() throws Exception {
        json(get("/api/v1/tenders/ocds-http-1"), 200);

        // The list may be some seconds behind.
        long guard = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        JsonNode popular = json(get("/api/analytics/popular-tenders?limit=5"), 200);
        while (popular.get("tenders").isEmpty() && System.nanoTime() < guard) {
            Thread.sleep(50);
            popular = json(get("/api/analytics/popular-tenders?limit=5"), 200);
        }
        assertThat(popular.at("/tenders/0/ocid").asText()).isEqualTo("ocds-http-1");
        assertThat(popular.at("/tenders/0/points").asLong()).isPositive();
        assertThat(problem(get("/api/analytics/popular-tenders?limit=0&team=acme"), 400)
                        .findValuesAsText("path"))
                .containsExactlyInAnyOrder("limit", "team");
    }

    @Test
    void saysWhatIsWrongWithAReportThatIsAskedFor() throws Exception {
        assertThat(problem(get("/api/analytics/spend-by-buyer?currency=rand&limit=101&year=2026"), 400)
                        .findValuesAsText("path"))
                .containsExactlyInAnyOrder("currency", "limit", "year");
        assertThat(problem(get("/api/analytics/spend-by-buyer?limit=many"), 400).findValuesAsText("path"))
                .containsExactly("limit");
    }

    @Test
    void answersProblemsForWhatIsNotThere() throws Exception {
        assertThat(problem(get("/api/v1/tenders/ocds-nowhere"), 404)
                        .get("detail")
                        .asText())
                .contains("ocds-nowhere");
        assertThat(problem(get("/api/v1/tenders/etenders-A/1%2F2"), 404)
                        .get("detail")
                        .asText())
                .contains("etenders-A/1/2");
        assertThat(problem(get("/api/v1/tenders/%00"), 400).get("detail").asText())
                .isEqualTo("the request can't be read");
        assertThat(problem(get("/nowhere"), 404).get("instance").asText()).isEqualTo("/nowhere");
        assertThat(problem(post("/api/v1/tenders", "{}"), 405)).isNotNull();
    }

    @Test
    void checksReadinessForAReleaseThatIsSent() throws Exception {
        JsonNode score = json(
                post(
                        "/api/readiness/check",
                        "{\"profile\":" + PROFILE + ",\"release\":" + RELEASE + ",\"now\":\"2026-02-02T00:00:00Z\"}"),
                200);

        assertThat(score.get("ocid").asText()).isEqualTo("ocds-http-1");
        assertThat(score.get("score").asDouble()).isBetween(0.0, 100.0);
        assertThat(score.get("checklist")).isNotEmpty();
    }

    @Test
    void checksReadinessForAStoredTender() throws Exception {
        JsonNode score = json(
                post(
                        "/api/readiness/check",
                        "{\"profile\":" + PROFILE + ",\"ocid\":\"ocds-http-1\",\"policy\":\"standard\"}"),
                200);

        assertThat(score.get("policy").asText()).isEqualTo("standard");
    }

    @Test
    void saysWhatIsWrongWithAProfileThatIsSent() throws Exception {
        JsonNode problem = problem(
                post(
                        "/api/readiness/check",
                        "{\"profile\":{\"name\":\"x\",\"cidb\":[{\"class\":\"GB\",\"grade\":12}]},"
                                + "\"ocid\":\"ocds-http-1\"}"),
                400);

        assertThat(problem.findValuesAsText("path")).containsExactly("profile.cidb[0].grade");
        assertThat(problem.get("detail").asText()).startsWith("profile.cidb[0].grade: must be ");
    }

    @Test
    void refusesABodyThatIsNoJson() throws Exception {
        problem(post("/api/readiness/check", "nonsense"), 400);
        problem(post("/api/summary/extract", "{\"text\":"), 400);
    }

    @Test
    void summarisesTextThatIsSent() throws Exception {
        JsonNode summary = json(
                post("/api/summary/extract", "{\"text\":\"The school needs a roof. Bids close on 3 March 2026.\"}"),
                200);

        assertThat(summary.get("summary").asText()).contains("roof");
    }

    @Test
    void refusesABodyThatIsTooLarge() throws Exception {
        problem(post("/api/summary/extract", "{\"text\":\"" + "x".repeat(HttpService.LARGEST_BODY) + "\"}"), 413);
    }

    @Test
    void saysThatItIsHealthy() throws Exception {
        assertThat(json(get("/health/live"), 200).get("status").asText()).isEqualTo("healthy");
        JsonNode ready = json(get("/health/ready"), 200);
        assertThat(ready.get("status").asText()).isEqualTo("healthy");
        assertThat(ready.get("stores")).hasSize(3);
    }

    @Test
    void showsFiguresAndHowTheDatabasesFareToEverybodyUnlessToldOtherwise() throws Exception {
        assertThat(get("/metrics").body()).contains("tenderhub_store_calls_seconds_count{");
        assertThat(json(get("/health/databases"), 200).get("status").asText()).isEqualTo("healthy");
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return CLIENT.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(uri(path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static URI uri(String path) {
        return URI.create("http://" + service.host() + ":" + service.port() + path);
    }

    private static JsonNode json(HttpResponse<String> response, int status) throws IOException {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        return JSON.readTree(response.body());
    }

    private static JsonNode problem(HttpResponse<String> response, Integer... statuses) throws IOException {
        assertThat(response.statusCode()).as(response.body()).isIn((Object[]) statuses);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        JsonNode problem = JSON.readTree(response.body());
        assertThat(problem.get("status").asInt()).isEqualTo(response.statusCode());
        return problem;
    }
}
