package io.tenderhub.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Takes one safety out of the product, without the product knowing. */
final class Sabotage {
    /** In place of the class that says which stored document is newer: none ever is. */
    private static final String NO_VERSION_GUARD = """
            package io.tenderhub.mongo;

            import java.util.List;
            import org.bson.Document;

            record NewerDocuments(List<String> versions, List<String> fence) {
                static NewerDocuments byVersions(String... versions) {
                    return new NewerDocuments(List.of(), List.of());
                }

                NewerDocuments thenByFence(String field) {
                    return this;
                }

                List<String> fields() {
                    return List.of("_id");
                }

                boolean isNewer(Document stored, Document written) {
                    return false;
                }
            }
            """;

    private Sabotage() {}

    /** A folder of classes, to be found before those of the jar, in which no version guards a document. */
    static Path withoutVersionGuard(Path folder) throws IOException {
        Path source = Files.createDirectories(folder.resolve("source")).resolve("NewerDocuments.java");
        Files.writeString(source, NO_VERSION_GUARD);
        Path classes = Files.createDirectories(folder.resolve("classes"));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            boolean compiled = compiler.getTask(
                            messages,
                            files,
                            null,
                            List.of("-proc:none", "-cp", WorkerProgram.jar().toString(), "-d", classes.toString()),
                            null,
                            files.getJavaFileObjects(source))
                    .call();
            assertThat(compiled).as(messages.toString()).isTrue();
        }
        return classes;
    }

    /** Whoever takes an event holds it for ever. */
    static void leasesNeverRunOut(Grounds grounds) throws SQLException {
        beforeEachUpdateOfAnEvent(
                grounds, "IF NEW.claimed_until IS NOT NULL THEN NEW.claimed_until := '2100-01-01'; END IF;");
    }

    /** An event is over as soon as somebody takes it. */
    static void noLeases(Grounds grounds) throws SQLException {
        beforeEachUpdateOfAnEvent(
                grounds, "IF NEW.claimed_by IS NOT NULL THEN NEW.published_at := clock_timestamp(); END IF;");
    }

    private static void beforeEachUpdateOfAnEvent(Grounds grounds, String change) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(grounds.stores().postgresUrl());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE FUNCTION sabotage() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN " + change
                    + " RETURN NEW; END $$");
            statement.execute("CREATE TRIGGER sabotage BEFORE UPDATE ON " + Grounds.PREFIX
                    + "_outbox FOR EACH ROW EXECUTE FUNCTION sabotage()");
        }
    }
}
