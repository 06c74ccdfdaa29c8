package io.tenderhub.teststores;

import io.tenderhub.embedded.EmbeddedStores;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The stores of this JVM's tests, the same for all: the ones that {@code TENDERHUB_POSTGRES_URL},
 * {@code TENDERHUB_MONGO_URL} and {@code TENDERHUB_REDIS_URL} name; where one is not named, a container where Docker
 * answers, else an embedded server. They end with the JVM. Which they are is said once on standard error.
 */
public final class TestStores {
    private final StoreUrls urls;

    private TestStores(StoreUrls urls) {
        this.urls = urls;
    }

    /** Starts them at the first call. */
    public static TestStores shared() {
        return Shared.STORES;
    }

    /** The JDBC URL. */
    public String postgresUrl() {
        return urls.postgres();
    }

    /** Unpooled connections to {@link #postgresUrl()}. */
    public DataSource postgres() {
        return dataSource(urls.postgres());
    }

    /** The connection string. */
    public String mongoUrl() {
        return urls.mongo();
    }

    /** The {@code redis://} URL; use a prefix of your own, for there is one key space. */
    public String redisUrl() {
        return urls.redis();
    }

    /** The JDBC URL of a new, empty database. */
    public String freshPostgresUrl() {
        String name = freshName();
        try (Connection connection = postgres().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
            // Tests that lock each other out on purpose would wait a second each time until the server notices.
            statement.execute("ALTER DATABASE " + name + " SET deadlock_timeout = '50ms'");
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create a database for the test", e);
        }
        return inDatabase(urls.postgres(), name);
    }

    /** Unpooled connections to a new, empty database. */
    public DataSource freshPostgres() {
        return dataSource(freshPostgresUrl());
    }

    /** The connection string with the name of a new, empty database in its path. */
    public String freshMongoUrl() {
        return inDatabase(urls.mongo(), freshName());
    }

    /** The name of a database that does not exist yet. */
    public String freshMongoDatabase() {
        return freshName();
    }

    /** An own Redis, MongoDB and PostgreSQL, to be stopped and started by a test that wants to be without one. */
    public static EmbeddedStores.Builder own() {
        return EmbeddedStores.builder().thrownAway();
    }

    /** The URL with its database exchanged; credentials and options stay. */
    static String inDatabase(String url, String database) {
        int afterHost = url.indexOf('/', url.indexOf("//") + 2);
        int options = url.indexOf('?');
        String server;
        if (afterHost >= 0 && (options < 0 || afterHost < options)) {
            server = url.substring(0, afterHost);
        } else {
            server = options < 0 ? url : url.substring(0, options);
        }
        return server + "/" + database + (options < 0 ? "" : url.substring(options));
    }

    private static DataSource dataSource(String url) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        return source;
    }

    private static String freshName() {
        return "t" + UUID.randomUUID().toString().replace("-", "");
    }

    private static final class Shared {
        static final TestStores STORES = new TestStores(chosen(System.getenv()));

        private static StoreUrls chosen(Map<String, String> environment) {
            StoreUrls urls = StoreUrls.choose(environment);
            System.err.println("test stores: " + urls.origin());
            return urls;
        }
    }
}
