package io.tenderhub.postgres;

import io.tenderhub.naming.NamePrefix;
import io.tenderhub.teststores.TestStores;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A new database, owned by a new login that is no superuser; both end with it, and so do the roles of its prefix. */
final class OwnDatabase implements AutoCloseable {
    private final DataSource server = TestStores.shared().postgres();
    private final String url = TestStores.shared().freshPostgresUrl();
    private final String unique = UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    private final String password = UUID.randomUUID().toString();
    private boolean migrated;

    /**
     * @param attributes of the login, such as {@code CREATEROLE}
     */
    OwnDatabase(String attributes) {
        execute(
                server,
                "CREATE ROLE " + login() + " LOGIN NOSUPERUSER NOBYPASSRLS " + attributes + " PASSWORD '" + password
                        + "'");
        execute(server, "ALTER DATABASE " + name() + " OWNER TO " + login());
    }

    String login() {
        return "login_" + unique;
    }

    /** Used nowhere else on the server. */
    NamePrefix prefix() {
        return new NamePrefix("own_" + unique);
    }

    Names names() {
        return new Names(prefix());
    }

    PostgresAdapter adapter(Clock clock) {
        return PostgresAdapter.builder(asLogin()).prefix(prefix()).clock(clock).build();
    }

    /** An adapter over empty tables. */
    PostgresAdapter empty(Clock clock) {
        PostgresAdapter adapter = adapter(clock);
        if (!migrated) {
            adapter.migrate();
            migrated = true;
        }
        TestServer.makeEmpty(asSuperuser(), names());
        return adapter;
    }

    /** Unpooled connections of the login. */
    DataSource asLogin() {
        PGSimpleDataSource source = asSuperuser();
        source.setUser(login());
        source.setPassword(password);
        return source;
    }

    PGSimpleDataSource asSuperuser() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        return source;
    }

    /** Another new database of the same login. */
    OwnDatabase.Beside beside() {
        return new Beside(TestStores.shared().freshPostgresUrl());
    }

    /** A further database, where the same roles are used. */
    final class Beside implements AutoCloseable {
        private final String name;

        Beside(String url) {
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setUrl(url);
            this.name = source.getDatabaseName();
            execute(server, "ALTER DATABASE " + name + " OWNER TO " + login());
        }

        DataSource asLogin() {
            PGSimpleDataSource source = (PGSimpleDataSource) OwnDatabase.this.asLogin();
            source.setDatabaseName(name);
            return source;
        }

        @Override
        public void close() {
            execute(server, "DROP DATABASE " + name + " WITH (FORCE)");
        }
    }

    private String name() {
        return asSuperuser().getDatabaseName();
    }

    static void execute(DataSource where, String... statements) {
        try (Connection connection = where.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(List.of(statements) + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        execute(server, "DROP DATABASE " + name() + " WITH (FORCE)");
        execute(server, "DROP ROLE IF EXISTS " + names().appRole() + ", " + names().systemRole());
        execute(server, "DROP ROLE " + login());
    }
}
