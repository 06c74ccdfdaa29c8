package io.tenderhub.bootstrap;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCompressor;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.connection.ClusterDescription;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.failure.UnavailableException;
import io.tenderhub.operation.PoolUse;
import io.tenderhub.operation.StoreJournal;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.RedisClusterClient;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.util.JedisURIHelper;

/** The clients of the three stores, opened and closed together. Only PostgreSQL has to answer for them to open. */
final class StoreClients implements AutoCloseable {
    private final HikariDataSource postgres;
    private final MongoClient mongo;
    private final MongoDatabase mongoDatabase;
    private final MongoPool mongoPool;
    private final UnifiedJedis redis;

    /**
     * @param postgresJournal is told of waits for connections; the adapter tells of statements
     * @param mongoJournal is told of waits and of commands
     * @throws UnavailableException if PostgreSQL does not answer
     * @throws InvalidInputException if an address can't be read
     */
    StoreClients(HubConfiguration configuration, StoreJournal postgresJournal, StoreJournal mongoJournal) {
        Closing opened = new Closing();
        try {
            this.postgres = opened.later(postgres(configuration, postgresJournal));
            ConnectionString mongoUrl = mongoUrl(configuration);
            this.mongoPool = new MongoPool(mongoJournal, mostOf(configuration, mongoUrl));
            this.mongo = opened.later(mongo(
                    configuration, mongoUrl, mongoPool, new MongoCommands(mongoJournal, configuration.prefix() + "_")));
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

    /** What the driver has heard of MongoDB's servers. */
    ClusterDescription mongoCluster() {
        return mongo.getClusterDescription();
    }

    UnifiedJedis redis() {
        return redis;
    }

    PoolUse postgresPool() {
        return PostgresPool.use(postgres);
    }

    PoolUse mongoPool() {
        return mongoPool.use();
    }

    PoolUse redisPool() {
        return RedisPool.use(redis);
    }

    @Override
    public void close() {
        redis.close();
        mongo.close();
        postgres.close();
    }

    private static HikariDataSource postgres(HubConfiguration configuration, StoreJournal journal) {
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
        pool.setMetricsTrackerFactory(
                (name, figures) -> new PostgresPool(journal, configuration.seconds(Setting.POSTGRES_CONNECT_SECONDS)));
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

    private static int mostOf(HubConfiguration configuration, ConnectionString url) {
        return Optional.ofNullable(url.getMaxConnectionPoolSize())
                .orElseGet(() -> configuration.number(Setting.MONGO_POOL_MAXIMUM));
    }

    private static MongoClient mongo(
            HubConfiguration configuration, ConnectionString url, MongoPool journal, MongoCommands commands) {
        MongoClientSettings settings = MongoClientSettings.builder()
                .applicationName("tenderhub")
                .retryReads(true)
                .retryWrites(true)
                .addCommandListener(commands)
                .compressorList(List.of(MongoCompressor.createZlibCompressor()))
                .applyToConnectionPoolSettings(pool -> pool.minSize(configuration.number(Setting.MONGO_POOL_MINIMUM))
                        .maxSize(configuration.number(Setting.MONGO_POOL_MAXIMUM))
                        .maxConnectionIdleTime(configuration.number(Setting.MONGO_IDLE_SECONDS), TimeUnit.SECONDS)
                        .addConnectionPoolListener(journal))
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
