package io.tenderhub.trials;

import io.tenderhub.bootstrap.HubConfiguration;
import io.tenderhub.bootstrap.TenderHub;
import io.tenderhub.http.HttpService;
import io.tenderhub.teststores.TestStores;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A hub with a few tenders, served in this process. */
final class ServedHub implements AutoCloseable {
    private final TenderHub hub;
    private final Seeding seeding;
    private final HttpService service;

    private ServedHub(TenderHub hub, Seeding seeding, HttpService service) {
        this.hub = hub;
        this.seeding = seeding;
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
                Tokens.OPERATOR));
        HubConfiguration configuration = HubConfiguration.of(Map.of(), environment, Optional.empty());
        TenderHub.migrate(configuration);
        TenderHub hub = TenderHub.start(configuration);
        return new ServedHub(hub, Seeding.into(hub, 3), HttpService.start(hub));
    }

    TenderHub hub() {
        return hub;
    }

    Seeding seeding() {
        return seeding;
    }

    Tokens tokens() {
        return Tokens.of(seeding);
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
