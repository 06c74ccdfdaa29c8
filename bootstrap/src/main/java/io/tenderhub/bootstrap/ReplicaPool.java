package io.tenderhub.bootstrap;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.tenderhub.failure.InvalidInputException;
import java.time.Duration;
import java.util.Optional;

/** Connections to the replica of PostgreSQL, where one is set; a hub starts and works without it. */
final class ReplicaPool {
    /** Who can't get a connection soon has the primary to go to. */
    private static final Duration CONNECT = Duration.ofSeconds(1);

    private static final int IDLE = 2;

    private ReplicaPool() {}

    /** @throws InvalidInputException if the address can't be read */
    static Optional<HikariDataSource> of(HubConfiguration configuration) {
        String url = configuration.text(Setting.POSTGRES_REPLICA_URL);
        if (url.isEmpty()) {
            return Optional.empty();
        }
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("tenderhub-replica");
        pool.setJdbcUrl(url);
        either(configuration, Setting.POSTGRES_REPLICA_USER, Setting.POSTGRES_USER)
                .ifPresent(pool::setUsername);
        either(configuration, Setting.POSTGRES_REPLICA_PASSWORD, Setting.POSTGRES_PASSWORD)
                .ifPresent(pool::setPassword);
        int maximum = configuration.number(Setting.POSTGRES_POOL_MAXIMUM);
        pool.setMaximumPoolSize(maximum);
        pool.setMinimumIdle(Math.min(maximum, IDLE));
        pool.setMaxLifetime(
                configuration.seconds(Setting.POSTGRES_POOL_LIFETIME_SECONDS).toMillis());
        pool.setConnectionTimeout(CONNECT.toMillis());
        pool.setInitializationFailTimeout(-1);
        pool.setReadOnly(true);
        pool.addDataSourceProperty("ApplicationName", "tenderhub");
        pool.addDataSourceProperty("options", "-c jit=off");
        pool.addDataSourceProperty("connectTimeout", CONNECT.toSeconds());
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        try {
            return Optional.of(new HikariDataSource(pool));
        } catch (RuntimeException e) {
            // The pool throws a plain RuntimeException for an address that the driver does not understand.
            throw new InvalidInputException(
                    "configuration",
                    Setting.POSTGRES_REPLICA_URL.property(),
                    "is not an address that the driver understands");
        }
    }

    private static Optional<String> either(HubConfiguration configuration, Setting own, Setting primarys) {
        String value = configuration.text(own);
        return Optional.of(value.isEmpty() ? configuration.text(primarys) : value)
                .filter(text -> !text.isEmpty());
    }
}
