package io.tenderhub.campaign;

import io.tenderhub.bootstrap.HubConfiguration;
import io.tenderhub.bootstrap.TenderHub;
import io.tenderhub.embedded.EmbeddedStores;
import io.tenderhub.embedded.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Servers of the campaign's own, with data that outlives their stops, and a schema in them.
 *
 * @param logs folder of what the workers say
 */
record Grounds(EmbeddedStores stores, Path logs, Duration lease) implements AutoCloseable {
    static final String PREFIX = "campaign";

    static Grounds open(Path folder, Duration lease) throws IOException {
        Path logs = Files.createDirectories(folder.resolve("workers"));
        EmbeddedStores stores =
                EmbeddedStores.builder().folder(folder.resolve("stores")).start();
        Grounds grounds = new Grounds(stores, logs, lease);
        TenderHub.migrate(grounds.configuration());
        return grounds;
    }

    /** Settings of a worker: small pools, and no long wait for a store that is away. */
    Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("TENDERHUB_POSTGRES_URL", stores.postgresUrl());
        environment.put("TENDERHUB_MONGO_URL", stores.mongoUrl());
        environment.put("TENDERHUB_REDIS_URL", stores.redisUrl());
        environment.put("TENDERHUB_PREFIX", PREFIX);
        environment.put("TENDERHUB_POSTGRES_POOL_IDLE", "2");
        environment.put("TENDERHUB_POSTGRES_POOL_MAXIMUM", "12");
        environment.put("TENDERHUB_MONGO_POOL_MINIMUM", "0");
        environment.put("TENDERHUB_MONGO_SELECTION_SECONDS", "2");
        environment.put("TENDERHUB_REDIS_TIMEOUT_SECONDS", "2");
        environment.put("TENDERHUB_WORKER_LEASE_SECONDS", String.valueOf(lease.toSeconds()));
        environment.put("TENDERHUB_SUMMARY_LOCK_SECONDS", "10");
        environment.put("TENDERHUB_WORKER_BATCH", "10");
        environment.put("TENDERHUB_WORKER_POLL_SECONDS", "1");
        return environment;
    }

    TenderHub hub() {
        return TenderHub.start(configuration());
    }

    private HubConfiguration configuration() {
        return HubConfiguration.of(Map.of(), environment(), Optional.empty());
    }

    void stop(Store store) {
        stores.stop(store);
    }

    void start(Store store) {
        stores.start(store);
    }

    @Override
    public void close() {
        stores.close();
    }
}
