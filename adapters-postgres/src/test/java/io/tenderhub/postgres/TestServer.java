package io.tenderhub.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.tenderhub.naming.NamePrefix;
import io.tenderhub.teststores.TestStores;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** One real PostgreSQL for all tests of the module, with a pool. */
final class TestServer {
    private static final TestServer SHARED = new TestServer();
    private final HikariDataSource pool;

    private TestServer() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(TestStores.shared().freshPostgresUrl());
        config.setMaximumPoolSize(30);
        config.setMinimumIdle(1);
        this.pool = new HikariDataSource(config);
    }

    static TestServer shared() {
        return SHARED;
    }

    DataSource dataSource() {
        return pool;
    }

    /** What is idle in the pool now is not handed out again: some of it may have been killed. */
    void renewConnections() {
        pool.getHikariPoolMXBean().softEvictConnections();
    }

    String url() {
        return pool.getJdbcUrl();
    }

    /** An adapter over empty tables of this prefix. */
    PostgresAdapter empty(NamePrefix prefix, Clock clock) {
        PostgresAdapter adapter =
                PostgresAdapter.builder(pool).prefix(prefix).clock(clock).build();
        adapter.migrate();
        Names names = new Names(prefix);
        execute("TRUNCATE " + String.join(", ", names.tables()));
        return adapter;
    }

    void execute(String sql) {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The first column of every row. */
    List<String> texts(String sql) {
        return texts(pool, sql);
    }

    static List<String> texts(DataSource dataSource, String sql) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Removes everything of a prefix. */
    void drop(NamePrefix prefix) {
        Names names = new Names(prefix);
        execute("DROP TABLE IF EXISTS " + String.join(", ", names.tables()) + ", " + names.schemaHistory());
    }
}
