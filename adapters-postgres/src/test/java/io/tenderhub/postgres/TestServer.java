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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** One real PostgreSQL for all tests of the module, with a pool. */
final class TestServer {
    private static final TestServer SHARED = new TestServer();
    private final HikariDataSource pool;
    /** Prefixes whose tables stand; to look at that anew for each of hundreds of tests takes longer than most of them. */
    private final Set<NamePrefix> migrated = ConcurrentHashMap.newKeySet();

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
        if (!migrated.contains(prefix)) {
            adapter.migrate();
            migrated.add(prefix);
        }
        makeEmpty(pool, new Names(prefix));
        return adapter;
    }

    /** To empty a table that is empty already takes as long as any other, and most are. */
    static void makeEmpty(DataSource dataSource, Names names) {
        List<String> filled = texts(
                dataSource,
                names.tables().stream()
                        .map(table -> "SELECT '" + table + "' WHERE EXISTS (SELECT FROM " + table + ")")
                        .collect(Collectors.joining(" UNION ALL ")));
        if (!filled.isEmpty()) {
            execute(dataSource, "TRUNCATE " + String.join(", ", filled) + " CASCADE");
        }
    }

    void execute(String sql) {
        execute(pool, sql);
    }

    private static void execute(DataSource dataSource, String sql) {
        try (Connection connection = dataSource.getConnection();
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
        migrated.remove(prefix);
        Names names = new Names(prefix);
        execute("DROP TABLE IF EXISTS " + String.join(", ", names.tables()) + ", " + names.schemaHistory());
    }
}
