package io.tenderhub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.teststores.TestStores;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxCommandTest {
    @TempDir
    private Path folder;

    private String postgres = "";
    private Map<String, String> environment = Map.of();

    @BeforeEach
    void holdsOneEvent() {
        TestStores stores = TestStores.shared();
        postgres = stores.freshPostgresUrl();
        environment = Map.of(
                "TENDERHUB_POSTGRES_URL",
                postgres,
                "TENDERHUB_MONGO_URL",
                stores.freshMongoUrl(),
                "TENDERHUB_REDIS_URL",
                stores.redisUrl(),
                "TENDERHUB_PREFIX",
                "ob" + Long.toString(System.nanoTime(), 36));
        assertThat(run("migrate").code()).isZero();
        run("ingest", Written.file(folder, "tenders.jsonl", Written.release(1)).toString());
    }

    private Ran run(String... arguments) {
        return Ran.tenderhub(environment, new byte[0], arguments);
    }

    private void park() throws SQLException {
        try (Connection connection = DriverManager.getConnection(postgres);
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE " + environment.get("TENDERHUB_PREFIX")
                    + "_outbox SET parked_at = now(), attempts = 10, last_error = 'it broke'");
        }
    }

    @Test
    void tellsHowFarTheWorkIsBehind() {
        assertThat(run("outbox").out()).startsWith("1 waiting, 0 parked, 0 done and not yet purged;");
    }

    @Test
    void showsWhyAnEventWasSetAsideAndMakesItDueAgain() throws Exception {
        park();

        Ran listed = run("outbox", "list", "--state", "parked");
        assertThat(listed.outLines()).hasSize(2);
        assertThat(listed.outLines().get(1)).contains("tender.created", "ocds-test-1", "10", "it broke");
        String id = listed.outLines().get(1).split(" ")[0];
        assertThat(run("outbox", "show", id).out()).contains("\"lastError\" : \"it broke\"", "\"state\" : \"parked\"");
        assertThat(run("worker", "--once").out()).startsWith("0 events done");

        assertThat(run("outbox", "retry", id).out()).startsWith("1 events are due");
        assertThat(run("worker", "--once").out()).startsWith("1 events done");
        assertThat(run("outbox", "list", "--state", "published", "--format", "jsonl")
                        .outLines())
                .singleElement()
                .asString()
                .contains("\"id\":" + id, "\"state\":\"published\"");
        assertThat(run("outbox", "purge", "--older-than-hours", "0").out()).startsWith("1 events removed");
        assertThat(run("outbox").out()).startsWith("0 waiting, 0 parked, 0 done");
    }

    @Test
    void retriesEverythingThatIsParked() throws Exception {
        park();

        assertThat(run("outbox", "retry", "--parked").out()).startsWith("1 events are due");
        assertThat(run("outbox", "retry", "--parked").out()).startsWith("0 events are due");
    }

    @Test
    void saysWhatIsWrong() {
        assertThat(run("outbox", "show", "4711").code()).isEqualTo(ExitCode.NOT_FOUND.code());
        assertThat(run("outbox", "retry", "4711").code()).isEqualTo(ExitCode.NOT_FOUND.code());
        assertThat(run("outbox", "retry").code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(run("outbox", "retry", "1", "--parked").code()).isEqualTo(ExitCode.USAGE.code());
        Ran badState = run("outbox", "list", "--state", "lost");
        assertThat(badState.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(badState.err()).contains("waiting, parked or published");
    }
}
