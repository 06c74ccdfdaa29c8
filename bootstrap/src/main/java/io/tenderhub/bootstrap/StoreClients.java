package io.tenderhub.bootstrap;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCompressor;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import io.tenderhub.failure.BreakerState;
import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.failure.UnavailableException;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.bson.Document;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.RedisClusterClient;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.util.JedisURIHelper;

/** The clients of the three stores, opened and closed together. Only PostgreSQL has to answer for them to open. */
final class StoreClients implements AutoCloseable {
    private static final int PING_SECONDS = 2;

    private final HubConfiguration configuration;
    private final HikariDataSource postgres;
    private final MongoClient mongo;
    private final MongoDatabase mongoDatabase;
    private final UnifiedJedis redis;

    /**
     * @throws UnavailableException if PostgreSQL does not answer
     * @throws InvalidInputException if an address can't be read
     */
    StoreClients(HubConfiguration configuration) {
        this.configuration = configuration;
        Closing opened = new Closing();
        try {
            this.postgres = opened.later(postgres(configuration));
            ConnectionString mongoUrl = mongoUrl(configuration);
            this.mongo = opened.later(mongo(configuration, mongoUrl));
            this.mongoDatabase = mongo.getDatabase(
                    Optional.ofNullable(mongoUrl.getDatabase()).orElse("tenderhub"));
            this.redis = opened.later(redis(configuration));
            opened.handOver();
        } finally {
            opened.close();
        }
    }

    HikariDataSource postgres() {
        return postgres;
    }

    MongoDatabase mongo() {
        return mongoDatabase;
    }

    UnifiedJedis redis() {
        return redis;
    }

    List<StoreHealth> health(BreakerState mongoBreaker, BreakerState redisBreaker) {
        return List.of(
                new StoreHealth(
                        "postgres",
                        address(Setting.POSTGRES_URL),
                        answers(this::postgresAnswers),
                        true,
                        BreakerState.CLOSED),
                new StoreHealth("mongo", address(Setting.MONGO_URL), answers(this::mongoAnswers), false, mongoBreaker),
                new StoreHealth(
                        "redis",
                        address(Setting.REDIS_URL),
                        answers(() -> "PONG".equals(redis.ping())),
                        false,
                        redisBreaker));
    }

    @Override
    public void close() {
        redis.close();
        mongo.close();
        postgres.close();
    }

    private String address(Setting url) {
        return Addresses.of(configuration.text(url));
    }

    private boolean postgresAnswers() {
        try (Connection connection = postgres.getConnection()) {
            return connection.isValid(PING_SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }

    private boolean mongoAnswers() {
        mongoDatabase.withTimeout(PING_SECONDS, TimeUnit.SECONDS).runCommand(new Document("ping", 1));
        return true;
    }

    private static boolean answers(BooleanSupplier store) {
        try {
            return store.getAsBoolean();
        } catch (MongoException | JedisException e) {
            return false;
        }
    }

    private static HikariDataSource postgres(HubConfiguration configuration) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("tenderhub");
        pool.setJdbcUrl(configuration.text(Setting.POSTGRES_URL));
        if (!configuration.text(Setting.POSTGRES_USER).isEmpty()) {
            pool.setUsername(configuration.text(Setting.POSTGRES_USER));
        }
        if (!configuration.text(Setting.POSTGRES_PASSWORD).isEmpty()) {
            pool.setPassword(configuration.text(Setting.POSTGRES_PASSWORD));
        }
        int maximum = configuration.number(Setting.POSTGRES_POOL_MAXIMUM);
        pool.setMaximumPoolSize(maximum);
        pool.setMinimumIdle(Math.min(maximum, configuration.number(Setting.POSTGRES_POOL_IDLE)));
        pool.setMaxLifetime(
                configuration.seconds(Setting.POSTGRES_POOL_LIFETIME_SECONDS).toMillis());
        pool.setConnectionTimeout(
                configuration.seconds(Setting.POSTGRES_CONNECT_SECONDS).toMillis());
        pool.addDataSourceProperty("ApplicationName", "tenderhub");
        pool.addDataSourceProperty("options", "-c jit=off");
        pool.addDataSourceProperty("connectTimeout", configuration.text(Setting.POSTGRES_CONNECT_SECONDS));
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        try {
            return new HikariDataSource(pool);
        } catch (PoolInitializationException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new UnavailableException(
                    "PostgreSQL at " + Addresses.of(configuration.text(Setting.POSTGRES_URL)),
                    Addresses.withoutSecrets(String.valueOf(cause.getMessage())),
                    e);
        } catch (RuntimeException e) {
            // The pool throws a plain RuntimeException for an address that the driver does not understand.
            throw new InvalidInputException(
                    "configuration", Setting.POSTGRES_URL.property(), "is not an address that the driver understands");
        }
    }

    private static ConnectionString mongoUrl(HubConfiguration configuration) {
        try {
            return new ConnectionString(configuration.text(Setting.MONGO_URL));
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(
                    "configuration", Setting.MONGO_URL.property(), "is not an address that the driver understands");
        }
    }

    private static MongoClient mongo(HubConfiguration configuration, ConnectionString url) {
        MongoClientSettings settings = MongoClientSettings.builder()
                .applicationName("tenderhub")
                .retryReads(true)
                .retryWrites(true)
                .compressorList(List.of(MongoCompressor.createZlibCompressor()))
                .applyToConnectionPoolSettings(pool -> pool.minSize(configuration.number(Setting.MONGO_POOL_MINIMUM))
                        .maxSize(configuration.number(Setting.MONGO_POOL_MAXIMUM))
                        .maxConnectionIdleTime(configuration.number(Setting.MONGO_IDLE_SECONDS), TimeUnit.SECONDS))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(
                        configuration.number(Setting.MONGO_SELECTION_SECONDS), TimeUnit.SECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(
                                configuration.number(Setting.MONGO_CONNECT_SECONDS), TimeUnit.SECONDS)
                        .readTimeout(configuration.number(Setting.MONGO_SOCKET_SECONDS), TimeUnit.SECONDS))
                // The address comes last: what it says explicitly goes before the settings above.
                .applyConnectionString(url)
                .build();
        return MongoClients.create(settings);
    }

    private static UnifiedJedis redis(HubConfiguration configuration) {
        URI url = redisUrl(configuration);
        int timeout = (int) configuration.seconds(Setting.REDIS_TIMEOUT_SECONDS).toMillis();
        DefaultJedisClientConfig.Builder client = DefaultJedisClientConfig.builder()
                .connectionTimeoutMillis(timeout)
                .socketTimeoutMillis(timeout)
                .clientName("tenderhub")
                .user(JedisURIHelper.getUser(url))
                .password(JedisURIHelper.getPassword(url))
                .database(JedisURIHelper.getDBIndex(url));
        if (JedisURIHelper.isRedisSSLScheme(url)) {
            client.sslOptions(SslOptions.defaults());
        }
        ConnectionPoolConfig pool = new ConnectionPoolConfig();
        pool.setMaxTotal(configuration.number(Setting.REDIS_POOL_MAXIMUM));
        pool.setMaxIdle(configuration.number(Setting.REDIS_POOL_MAXIMUM));
        // Who can't get a connection has the source to go to.
        pool.setMaxWait(configuration.seconds(Setting.REDIS_TIMEOUT_SECONDS));
        HostAndPort node = JedisURIHelper.getHostAndPort(url);
        return configuration.flag(Setting.REDIS_CLUSTER)
                ? RedisClusterClient.builder()
                        .nodes(java.util.Set.of(node))
                        .clientConfig(client.build())
                        .poolConfig(pool)
                        .build()
                : RedisClient.builder()
                        .hostAndPort(node)
                        .clientConfig(client.build())
                        .poolConfig(pool)
                        .build();
    }

    private static URI redisUrl(HubConfiguration configuration) {
        try {
            URI url = URI.create(configuration.text(Setting.REDIS_URL));
            if (JedisURIHelper.isValid(url)) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            // Said below, as for an address without host or port.
        }
        throw new InvalidInputException(
                "configuration",
                Setting.REDIS_URL.property(),
                "must name a host and a port, as redis://host:6379 does");
    }
}
