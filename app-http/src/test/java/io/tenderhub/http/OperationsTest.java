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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What those who run the hub look at, and the files that look at it. */
class OperationsTest {
    private static final String TOKEN = "operator-token-of-a-test-0123456789";
    private static final Path DOCS = Path.of("..", "docs");
    private static final Pattern METRIC =
            Pattern.compile("\\b((?:tenderhub|jvm|process|system)_[a-z0-9_]+)(?:\\{([^}]*)})?");
    /** Added by Prometheus, not by the hub. */
    private static final Set<String> ADDED = Set.of("job", "instance");

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private static TenderHub hub;
    private static HttpService service;

    @BeforeAll
    static void servesAndWorks() throws InterruptedException {
        TestStores stores = TestStores.shared();
        HubConfiguration configuration = HubConfiguration.of(
                        Map.of(
                                "postgres.url",
                                stores.freshPostgresUrl(),
                                "mongo.url",
                                stores.freshMongoUrl(),
                                "redis.url",
                                stores.redisUrl(),
                                "prefix",
                                "operations",
                                "http.port",
                                "0",
                                "http.operations.open",
                                "false",
                                "operator.token",
                                TOKEN),
                        Map.of(),
                        Optional.empty())
                .forOneCommand();
        TenderHub.migrate(configuration);
        hub = TenderHub.start(configuration);
        String release = "{\"ocid\":\"ocds-operations-1\",\"id\":\"1\",\"date\":\"2026-02-01T00:00:00Z\","
                + "\"tag\":[\"tender\"],\"tender\":{\"id\":\"1\",\"title\":\"School\",\"status\":\"active\"}}";
        hub.ingestion()
                .ingest(
                        List.of(new FeedInput.Stream(
                                "test", new ByteArrayInputStream(release.getBytes(StandardCharsets.UTF_8)))),
                        reject -> {
                            throw new AssertionError(reject.toString());
                        });
        hub.relay().drain();
        service = HttpService.start(hub);
        // So that there is a pause to tell of; the virtual machine tells of it a little later.
        System.gc();
        long guard = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (!hub.metrics().text().contains("jvm_gc_pause_seconds_sum") && System.nanoTime() < guard) {
            Thread.sleep(20);
        }
    }

    @AfterAll
    static void stops() {
        service.close();
        hub.close();
    }

    @Test
    void countsRequestsByTheirRouteAndNeverByTheirPath() throws Exception {
        get("/api/v1/tenders/ocds-operations-1?secret=hush");
        get("/api/v1/tenders/ocds-nowhere");
        get("/no/such/path");

        assertThat(metrics())
                .containsPattern("tenderhub_http_requests_seconds_count\\{method=\"GET\","
                        + "route=\"/api/v1/tenders/[<{]ocid[>}]\",status=\"200\"} [1-9]")
                .containsPattern("tenderhub_http_requests_seconds_count\\{method=\"GET\","
                        + "route=\"/api/v1/tenders/[<{]ocid[>}]\",status=\"404\"} [1-9]")
                .containsPattern(
                        "tenderhub_http_requests_seconds_count\\{method=\"GET\",route=\"none\",status=\"404\"} [1-9]")
                .doesNotContain("ocds-operations-1", "ocds-nowhere", "no/such", "hush");
    }

    @Test
    void tellsHowEachDatabaseFaresWithoutSayingWhereItIs() throws Exception {
        HttpResponse<String> response = get("/health/databases");

        assertThat(response.statusCode()).isEqualTo(200);
        JsonNode health = JSON.readTree(response.body());
        assertThat(health.get("status").asText()).isEqualTo("healthy");
        JsonNode databases = health.get("databases");
        assertThat(databases).hasSize(3);
        assertThat(databases)
                .allSatisfy(
                        database -> assertThat(database.get("status").asText()).isEqualTo("up"))
                .allSatisfy(database ->
                        assertThat(database.get("latencyMillis").asDouble()).isPositive())
                .allSatisfy(database ->
                        assertThat(database.at("/pool/most").asInt()).isPositive());
        assertThat(databases.at("/postgres/version").asText()).isNotEmpty();
        assertThat(databases.at("/postgres/inRecovery").asBoolean(true)).isFalse();
        assertThat(databases.at("/mongo/primary").asBoolean()).isTrue();
        assertThat(databases.at("/redis/usedMemoryBytes").asLong()).isPositive();
        assertThat(databases.at("/redis/connectedClients").asLong()).isPositive();
        assertThat(response.body()).doesNotContain("127.0.0.1", "localhost", "null");
    }

    @Test
    void figuresComeAsPrometheusReadsThem() throws Exception {
        HttpResponse<String> response = get("/metrics");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElse(""))
                .startsWith("text/plain")
                .contains("version=0.0.4");
        assertThat(response.body().lines())
                .allMatch(line -> line.startsWith("#") || line.matches("[a-z0-9_]+(\\{.*})? \\S+"));
    }

    @Test
    void figuresAreForTheOperatorAloneWhereThatIsSet() throws Exception {
        for (String path : List.of("/metrics", "/health/databases")) {
            HttpRequest nobody = HttpRequest.newBuilder(uri(path)).build();

            assertThat(CLIENT.send(nobody, HttpResponse.BodyHandlers.ofString()).statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void everythingTheDashboardShowsIsThere() throws Exception {
        JsonNode dashboard =
                JSON.readTree(DOCS.resolve("operating/grafana-dashboard.json").toFile());
        List<String> expressions = dashboard.findValuesAsText("expr");

        assertThat(expressions).hasSizeGreaterThan(20);
        assertAllThere(expressions);
    }

    @Test
    void everythingTheAlertsLookAtIsThereAndEachIsExplained() throws Exception {
        List<Map<String, Object>> rules = rules();

        assertThat(rules).hasSizeGreaterThan(10);
        assertThat(rules).allSatisfy(rule -> assertThat(rule).containsKeys("alert", "expr", "labels", "annotations"));
        assertAllThere(rules.stream().map(rule -> rule.get("expr").toString()).toList());
        String explained = Files.readString(DOCS.resolve("operating.md"));
        assertThat(rules).allSatisfy(rule -> assertThat(explained).contains("`" + rule.get("alert") + "`"));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> rules() throws IOException {
        Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        Map<String, Object> file = yaml.load(Files.readString(DOCS.resolve("operating/prometheus-alerts.yml")));
        List<Map<String, Object>> groups = (List<Map<String, Object>>) file.get("groups");
        return groups.stream()
                .flatMap(group -> ((List<Map<String, Object>>) group.get("rules")).stream())
                .toList();
    }

    /** Names and labels; and that nothing of ours is looked at under a name that is no metric at all. */
    private static void assertAllThere(List<String> expressions) throws Exception {
        get("/api/v1/tenders/ocds-operations-1");
        get("/api/v1/tenders/ocds-operations-1");
        String scraped = metrics();
        for (String expression : expressions) {
            Matcher metric = METRIC.matcher(expression);
            List<String> found = new ArrayList<>();
            while (metric.find()) {
                found.add(metric.group(1));
                String series = series(scraped, metric.group(1));
                assertThat(series).as("%s in %s", metric.group(1), expression).isNotEmpty();
                for (String label : labels(metric.group(2))) {
                    assertThat(series).as("%s in %s", label, expression).contains(label + "=\"");
                }
            }
            assertThat(found.isEmpty()).as(expression).isEqualTo(expression.startsWith("up{"));
            for (String label : grouping(expression)) {
                assertThat(found.stream().map(name -> series(scraped, name)))
                        .as("%s in %s", label, expression)
                        .allMatch(series -> ADDED.contains(label) || series.contains(label + "=\""));
            }
        }
    }

    private static String series(String scraped, String metric) {
        return scraped.lines()
                .filter(line -> line.startsWith(metric + "{") || line.startsWith(metric + " "))
                .findFirst()
                .orElse("");
    }

    private static List<String> labels(String matchers) {
        return matchers == null
                ? List.of()
                : Pattern.compile("(\\w+)(?==|!=|=~)")
                        .matcher(matchers)
                        .results()
                        .map(match -> match.group(1))
                        .filter(label -> !ADDED.contains(label))
                        .toList();
    }

    private static List<String> grouping(String expression) {
        return Pattern.compile("by \\(([^)]*)\\)")
                .matcher(expression)
                .results()
                .flatMap(match -> Pattern.compile(",\\s*").splitAsStream(match.group(1)))
                .distinct()
                .toList();
    }

    private static String metrics() throws IOException, InterruptedException {
        return get("/metrics").body();
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri(path))
                .header("Authorization", "Bearer " + TOKEN)
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static URI uri(String path) {
        return URI.create("http://" + service.host() + ":" + service.port() + path);
    }
}
