package io.tenderhub.postgres;

import io.tenderhub.failure.ConflictException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.ValidateOutput;
import org.flywaydb.core.api.output.ValidateResult;
import org.jdbi.v3.core.Handle;

/** The tables: made by the migrations in the jar, which know their names only through the prefix. */
final class Schema {
    private static final String REMEDY = "; run tenderhub migrate";
    private final Database database;
    private final Flyway flyway;

    Schema(Database database, DataSource dataSource) {
        this.database = database;
        this.flyway = Flyway.configure(Schema.class.getClassLoader())
                .dataSource(dataSource)
                .locations("classpath:io/tenderhub/postgres/migration")
                .table(database.names().schemaHistory())
                .placeholders(Map.of("prefix", database.names().prefix().value()))
                // Other tables may stand in the same schema, those of another prefix for one.
                .baselineOnMigrate(true)
                .baselineVersion("0")
                // Migrations are independent of each other, so one that was written earlier may come later.
                .outOfOrder(true)
                .load();
    }

    void migrate() {
        database.run("schema", handle -> {
            // Flyway makes its own table before it locks: of two nodes that begin together one would find it empty.
            lock(handle, "pg_advisory_lock");
            try {
                flyway.migrate();
            } catch (FlywayException e) {
                throw failure("the database can't be migrated", e);
            } finally {
                lock(handle, "pg_advisory_unlock");
            }
            return true;
        });
    }

    private void lock(Handle handle, String function) {
        handle.createQuery("SELECT " + function + "(hashtextextended(:name, 0))::text")
                .bind("name", database.names().schemaHistory())
                .mapTo(String.class)
                .one();
    }

    void verify() {
        List<String> missing = database.run(
                "schema",
                handle -> handle.createQuery(
                                "SELECT name FROM unnest(:names) AS name WHERE to_regclass(name) IS NULL ORDER BY name")
                        .bind(
                                "names",
                                TextArray.of(Stream.concat(
                                                database.names().tables().stream(),
                                                Stream.of(database.names().schemaHistory()))
                                        .toList()))
                        .mapTo(String.class)
                        .list());
        if (!missing.isEmpty()) {
            throw new ConflictException("the database has no table " + String.join(", ", missing) + REMEDY);
        }
        verifyColumns();
        verifyMigrations();
        new Isolation(database).verify();
    }

    private void verifyColumns() {
        Set<String> columns = Set.copyOf(database.run(
                "schema",
                handle -> handle.createQuery(
                                "SELECT attname FROM pg_attribute WHERE attrelid = :table::regclass AND attnum > 0 AND NOT attisdropped")
                        .bind("table", database.names().tenders())
                        .mapTo(String.class)
                        .list()));
        String missing = TenderRow.COLUMNS.stream()
                .map(TenderRow.Column::name)
                .filter(name -> !columns.contains(name))
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw new ConflictException(
                    "the table " + database.names().tenders() + " has no column " + missing + REMEDY);
        }
    }

    private void verifyMigrations() {
        ValidateResult result;
        try {
            result = flyway.validateWithResult();
        } catch (FlywayException e) {
            throw failure("the schema of the database can't be verified", e);
        }
        if (!result.validationSuccessful) {
            String which = result.invalidMigrations.stream().map(Schema::name).collect(Collectors.joining("; "));
            throw new ConflictException("the schema of the database is not that of this program ("
                    + (which.isEmpty() ? firstLine(result.errorDetails.errorMessage) : which) + ")" + REMEDY);
        }
    }

    private static String name(ValidateOutput migration) {
        return "migration " + migration.version + " " + migration.description + ": "
                + firstLine(migration.errorDetails.errorMessage);
    }

    private RuntimeException failure(String what, FlywayException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                String state = String.valueOf(sql.getSQLState());
                if (state.startsWith("08")
                        || state.startsWith("57")
                        || state.startsWith("28")
                        || state.equals("3D000")) {
                    return database.failures().translate("schema", sql);
                }
                return new ConflictException(what + ": " + SqlFailures.reason(sql));
            }
        }
        return new ConflictException(what + ": " + firstLine(String.valueOf(failure.getMessage())));
    }

    private static String firstLine(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("");
    }
}
