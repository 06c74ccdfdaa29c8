package io.tenderhub.benchmarks;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/**
 * Writes down how PostgreSQL answered each statement, with times and buffers, as its module {@code auto_explain} tells the client:
 * the statements are those of the product, which nobody has to repeat.
 */
final class PlanWriter implements AutoCloseable {
    private static final List<String> SETTINGS = List.of(
            "LOAD 'auto_explain'",
            "SET auto_explain.log_min_duration = 0",
            "SET auto_explain.log_analyze = on",
            "SET auto_explain.log_buffers = on",
            "SET client_min_messages = log");
    private static final List<String> AFTERWARDS =
            List.of("SET auto_explain.log_min_duration = -1", "SET client_min_messages = notice");

    private final PrintWriter out;
    private final DataSource database;

    private PlanWriter(PrintWriter out, DataSource database) {
        this.out = out;
        this.database = database;
    }

    static PlanWriter to(Path file, DataSource database) throws IOException {
        return new PlanWriter(new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8)), database);
    }

    void heading(String text) {
        out.println("\n=== " + text);
    }

    /** The database; what goes through here is written down. */
    DataSource database() {
        return proxy(
                DataSource.class,
                database,
                (method, given) -> given instanceof Connection connection ? explained(connection) : given);
    }

    private Connection explained(Connection connection) throws SQLException {
        run(connection, SETTINGS);
        return proxy(
                Connection.class,
                connection,
                (method, given) -> given instanceof PreparedStatement statement ? listenedTo(statement) : given);
    }

    private PreparedStatement listenedTo(PreparedStatement statement) {
        return proxy(PreparedStatement.class, statement, (method, given) -> {
            if (method.getName().startsWith("execute")) {
                write(statement.getWarnings());
            }
            return given;
        });
    }

    private void write(SQLWarning first) {
        for (SQLWarning warning = first; warning != null; warning = warning.getNextWarning()) {
            out.println(warning.getMessage());
        }
    }

    private static void run(Connection connection, List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Override
    public void close() {
        out.close();
    }

    /** What becomes of a method's answer. */
    private interface Afterwards {
        Object answer(Method method, Object given) throws SQLException;
    }

    private static <T> T proxy(Class<T> type, T target, Afterwards afterwards) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            try {
                return afterwards.answer(method, method.invoke(target, arguments));
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
