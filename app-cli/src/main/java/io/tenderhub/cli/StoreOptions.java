package io.tenderhub.cli;

import io.tenderhub.bootstrap.HubConfiguration;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the stores are: servers given by address, else ones that the program starts itself. */
final class StoreOptions {
    private final Map<String, String> environment;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Settings in a properties file; docs/configuration.md lists them all.")
    private @Nullable Path file;

    @Option(names = "--postgres-url", paramLabel = "URL", description = "jdbc:postgresql://host/database")
    private @Nullable String postgres;

    @Option(names = "--mongo-url", paramLabel = "URL", description = "mongodb://host/database")
    private @Nullable String mongo;

    @Option(names = "--redis-url", paramLabel = "URL", description = "redis://host:port")
    private @Nullable String redis;

    @Option(
            names = "--data-folder",
            paramLabel = "DIR",
            description = "Where servers that the program starts itself keep their data (default: ~/.tenderhub).")
    private @Nullable Path dataFolder;

    @Option(names = "--set", paramLabel = "NAME=VALUE", description = "Any other setting.")
    private Map<String, String> settings = new LinkedHashMap<>();

    StoreOptions(Map<String, String> environment) {
        this.environment = environment;
    }

    HubConfiguration configuration() {
        return configuration(null, null);
    }

    HubConfiguration configuration(@Nullable String httpHost, @Nullable Integer httpPort) {
        Map<String, String> flags = new LinkedHashMap<>(settings);
        put(flags, "http.host", httpHost);
        put(flags, "http.port", httpPort);
        put(flags, "postgres.url", postgres);
        put(flags, "mongo.url", mongo);
        put(flags, "redis.url", redis);
        put(flags, "data.folder", dataFolder);
        HubConfiguration configuration = HubConfiguration.of(flags, environment, Optional.ofNullable(file));
        Logs.apply(configuration.logging());
        return configuration;
    }

    private static void put(Map<String, String> flags, String name, @Nullable Object value) {
        if (value != null) {
            flags.put(name, value.toString());
        }
    }
}
