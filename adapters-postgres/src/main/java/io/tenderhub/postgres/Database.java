package io.tenderhub.postgres;

import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.tenderhub.team.TeamId;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.jdbi.v3.core.statement.TemplateEngine;
import org.jdbi.v3.postgres.PostgresPlugin;

/** What every part of the adapter works with. The data source is never closed here. */
record Database(Jdbi jdbi, Names names, Rights rights, Clock clock, SqlFailures failures, Optional<Retry> readRetries) {

    /** Of what may be done again after a connection was lost. */
    static final int ATTEMPTS = 3;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);

    static Database over(DataSource dataSource, Names names, Clock clock, SqlFailures failures) {
        Jdbi jdbi = Jdbi.create(dataSource).installPlugin(new PostgresPlugin());
        jdbi.getConfig(SqlStatements.class).setTemplateEngine(TemplateEngine.NOP);
        // Failures travel on as causes and may be logged: they must not tell the values, among which are hashes of
        // secrets.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
        return new Database(jdbi, names, new Rights(names), clock, failures, Optional.empty());
    }

    /**
     * The same for statements that only read: they are run again, three times in all, if their connection is lost or a standby
     * cancels them. Who gets no connection at all has waited for it already, and is not made to wait again.
     */
    Database reading() {
        Retry retries = Retry.of(
                "postgres",
                RetryConfig.custom()
                        .maxAttempts(ATTEMPTS)
                        .intervalFunction(IntervalFunction.ofExponentialRandomBackoff(FIRST_PAUSE, 2.0, 0.5))
                        .retryOnException(SqlFailures::mayPassWhenReadAgain)
                        .build());
        return new Database(jdbi, names, rights, clock, failures, Optional.of(retries));
    }

    Instant now() {
        return Times.stored(clock.instant());
    }

    /** One or a few statements, each its own transaction, on what belongs to no team. */
    <T> T run(String subject, Function<Handle, T> statements) {
        try {
            return readRetries.isPresent()
                    ? readRetries.get().executeSupplier(() -> once(statements))
                    : once(statements);
        } catch (JdbiException e) {
            throw failures.translate(subject, e);
        }
    }

    private <T> T once(Function<Handle, T> statements) {
        try (Handle handle = open()) {
            return statements.apply(handle);
        }
    }

    /** A transaction of the system, which alone sees the rows of all teams. */
    <T> T asSystem(String subject, Function<Handle, T> statements) {
        return run(
                subject,
                handle -> handle.inTransaction(transaction -> {
                    rights.takeSystem(transaction);
                    return statements.apply(transaction);
                }));
    }

    /** The same with one statement, which gives rows: a transaction in one round trip. */
    <T> List<T> asSystem(String subject, String sql, UnaryOperator<Query> bind, RowMapper<T> mapper) {
        return run(subject, handle -> {
            try (Query query = handle.createQuery(rights.systemBefore(sql))) {
                return bind.apply(query).execute((statement, context) -> Rights.rowsAfter(statement, mapper, context));
            }
        });
    }

    /** One statement on what belongs to this team, named in it as {@code :team}: a transaction in one round trip. */
    <T> List<T> asTeam(TeamId team, String subject, String sql, UnaryOperator<Query> bind, RowMapper<T> mapper) {
        return run(subject + " of team " + team, handle -> {
            try (Query query = handle.createQuery(rights.teamBefore(sql)).bind("team", team.value())) {
                return bind.apply(query).execute((statement, context) -> Rights.rowsAfter(statement, mapper, context));
            }
        });
    }

    /** A read-only transaction on what belongs to no team: one view of the data, and results that are streamed. */
    <T> T read(String subject, Function<Handle, T> statements) {
        return run(
                subject,
                handle -> handle.inTransaction(transaction -> {
                    transaction.execute("SET TRANSACTION READ ONLY");
                    return statements.apply(transaction);
                }));
    }

    Handle open() {
        Handle handle = jdbi.open();
        if (!failures.knowsAddress()) {
            try {
                failures.learnFrom(handle.getConnection().getMetaData().getURL());
            } catch (SQLException e) {
                handle.close();
                throw new ConnectionException(e);
            }
        }
        return handle;
    }
}
