package io.tenderhub.trials;

import io.tenderhub.bootstrap.HubConfiguration;
import io.tenderhub.bootstrap.TenderHub;
import io.tenderhub.http.HttpService;
import io.tenderhub.ingestion.FeedInput;
import io.tenderhub.teststores.TestStores;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A hub with a few tenders, served in this process. */
final class ServedHub implements AutoCloseable {
    static final String OPERATOR = "the-operator-of-the-trials-0123456789";
    static final String OCID = "ocds-9t57fa-136656";
    private static final String RELEASE = """
            {"ocid":"%s","id":"%s","date":"2026-02-01T00:00:00Z","tag":["tender"],"language":"en-za",
             "tender":{"id":"1","title":"RFB 1/26","description":"Construction of a school, CIDB grade 5GB or higher",
             "status":"active","province":"Gauteng","mainProcurementCategory":"works",
             "tenderPeriod":{"endDate":"2027-12-01T11:00:00Z"}},"buyer":{"id":"1","name":"Public Works"},
             "awards":[{"id":"a","status":"active","value":{"amount":1250000.50,"currency":"ZAR"}}]}
            """;

    private final TenderHub hub;
    private final HttpService service;

    private ServedHub(TenderHub hub, HttpService service) {
        this.hub = hub;
        this.service = service;
    }

    /** @param prefix of what it keeps in the stores that the tests share */
    static ServedHub start(String prefix) {
        TestStores stores = TestStores.shared();
        Map<String, String> environment = new HashMap<>(Map.of(
                "TENDERHUB_POSTGRES_URL",
                stores.freshPostgresUrl(),
                "TENDERHUB_MONGO_URL",
                stores.freshMongoUrl(),
                "TENDERHUB_REDIS_URL",
                stores.redisUrl(),
                "TENDERHUB_PREFIX",
                prefix,
                "TENDERHUB_HTTP_PORT",
                "0",
                "TENDERHUB_HTTP_REQUESTS_PER_MINUTE",
                "1000000",
                "TENDERHUB_HTTP_CORS_ORIGINS",
                "https://app.example.org",
                "TENDERHUB_POSTGRES_POOL_IDLE",
                "4",
                "TENDERHUB_OPERATOR_TOKEN",
                OPERATOR));
        HubConfiguration configuration = HubConfiguration.of(Map.of(), environment, Optional.empty());
        TenderHub.migrate(configuration);
        TenderHub hub = TenderHub.start(configuration);
        String releases = RELEASE.formatted(OCID, "1") + RELEASE.formatted("etenders-A/1/2", "2");
        hub.ingestion()
                .ingest(
                        List.of(new FeedInput.Stream(
                                "trials", new ByteArrayInputStream(releases.getBytes(StandardCharsets.UTF_8)))),
                        reject -> {
                            throw new AssertionError(reject.toString());
                        });
        hub.relay().drain();
        return new ServedHub(hub, HttpService.start(hub));
    }

    TenderHub hub() {
        return hub;
    }

    Wire wire() {
        return new Wire(URI.create("http://" + service.host() + ":" + service.port()));
    }

    /** What the running server answers. */
    List<String> routes() {
        return service.routes();
    }

    @Override
    public void close() {
        service.close();
        hub.close();
    }
}
