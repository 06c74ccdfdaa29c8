package io.tenderhub.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.tenderhub.teststores.TestStores;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that need stores, one after the other as a person would call them. */
class StoresCommandTest {
    @TempDir
    private Path folder;

    private Map<String, String> environment = Map.of();

    @BeforeEach
    void takesFreshStores() {
        TestStores stores = TestStores.shared();
        environment = Map.of(
                "TENDERHUB_POSTGRES_URL", stores.freshPostgresUrl(),
                "TENDERHUB_MONGO_URL", stores.freshMongoUrl(),
                "TENDERHUB_REDIS_URL", stores.redisUrl(),
                "TENDERHUB_PREFIX", "t" + Long.toString(System.nanoTime(), 36));
        assertThat(run("migrate").code()).isZero();
    }

    @Test
    void storesFindsScoresAndShowsTenders() {
        Path input = Written.file(folder, "tenders.jsonl", lines(25));
        Path profile = Written.profile(folder);

        assertThat(run("ingest", input.toString()).out()).contains("25 created").contains("0 rejected");
        assertThat(run("profile", "save", "--team", "acme", profile.toString()).out())
                .contains("version 1");
        assertThat(run("worker", "--once").out()).contains("26 events done").contains("0 parked");

        Ran found = run("search", "school", "--limit", "10", "--format", "jsonl");
        assertThat(found.outLines()).hasSize(10);
        assertThat(found.err()).contains("--cursor");
        assertThat(run("search", "scool", "--facets").err()).contains("Did you mean: school");
        assertThat(run("search", "school", "--facets", "--limit", "2").out())
                .containsPattern("(?m)^25 +all")
                .contains("buyer");
        assertThat(run("search", "school", "--facets", "--limit", "2", "--format", "json")
                        .out())
                .contains("\"found\" : 25")
                .contains("\"searchId\"")
                .contains("\"nextCursor\"");
        assertThat(run("search", "--sort", "readiness").err()).contains("teams alone");
        Ran shown = run("show", "--team", "acme", "ocds-test-7");
        assertThat(shown.out())
                .contains("Construction of school 7")
                .contains("of 100")
                .contains("CRITERION");
        assertThat(run("show", "--format", "json", "ocds-test-7").out())
                .contains("\"summary\"")
                .contains("\"version\" : 1");
        assertThat(run("history", "ocds-test-7").out()).contains("version 1").contains("the earliest known");
        assertThat(run("history", "--format", "json", "ocds-test-7").out()).contains("\"earliest\" : true");
        // They differ in their numbers only.
        assertThat(run("duplicates", "ocds-test-7").outLines()).hasSize(25);
        assertThat(run("duplicates", "ocds-none").code()).isEqualTo(7);
        assertThat(run("history", "ocds-none").code()).isEqualTo(7);
    }

    @Test
    void changesNothingWhenTheSameIsIngestedAgain() {
        Path input = Written.file(folder, "tenders.jsonl", lines(25));

        run("ingest", input.toString());
        run("worker", "--once");

        assertThat(run("ingest", input.toString()).out()).contains("0 created, 0 updated, 25 unchanged");
        assertThat(run("worker", "--once").out()).startsWith("0 events done");
    }

    @Test
    void countsRejectsAndStoresTheRest() {
        Path input = Written.file(folder, "tenders.jsonl", lines(5) + "{broken\n" + Written.release(99) + "\n");

        Ran ran = run("ingest", input.toString());

        assertThat(ran.code()).isEqualTo(ExitCode.SOME_REJECTED.code());
        assertThat(ran.out()).contains("7 records").contains("6 created").contains("1 rejected");
        assertThat(ran.err()).contains("line 6");
    }

    @Test
    void listsJobsAndDoesOne() {
        assertThat(run("jobs").outLines())
                .hasSize(7)
                .first(STRING)
                .startsWith("NAME")
                .contains("LAST FAILURE");

        Ran ran = run("jobs", "run", "analytics");

        assertThat(ran.code()).isZero();
        assertThat(ran.out()).startsWith("analytics: 0 awards");
        assertThat(run("jobs").outLines())
                .filteredOn(line -> line.startsWith("analytics"))
                .singleElement(STRING)
                .containsPattern("\\d{4}-\\d\\d-\\d\\dT.*Z +\\d{4}-\\d\\d-\\d\\dT.*Z +-$");
    }

    @Test
    void tellsWhatManyTendersTellTogether() {
        String award = "\"buyer\": {\"name\": \"=Works\"}, \"awards\": [{\"id\": \"1\", \"value\":"
                + " {\"amount\": 1000.10, \"currency\": \"ZAR\"}}, {\"id\": \"2\"}],";
        Path input = Written.file(
                folder,
                "awards.jsonl",
                "{\"ocid\": \"ocds-awarded\", \"id\": \"1\", \"date\": \"2026-03-01T00:00:00Z\", \"tag\": [\"award\"], "
                        + award + " \"tender\": {\"id\": \"1\", \"title\": \"Paving\", \"status\": \"complete\"}}");
        run("ingest", input.toString());

        Ran spent = run("analytics", "spend", "--by", "buyer", "--currency", "ZAR", "--format", "csv");
        assertThat(spent.outLines()).containsExactly("buyer,currency,amount,awards,tenders", "'=Works,ZAR,1000.1,1,0");
        assertThat(spent.err()).contains("in all ZAR 1000.1; 1 awards in force");
        assertThat(run("analytics", "spend", "--by", "month", "--from", "2026-03-01", "--fallback")
                        .outLines())
                .hasSize(2)
                .last(STRING)
                .startsWith("2026-03");
        assertThat(run("analytics", "statuses").out()).contains("complete  1");
        assertThat(run("analytics", "closing-weeks", "--format", "json").out()).contains("\"tenders\" : 1");
        assertThat(run("analytics", "trend", "--from", "2026-03-01", "--to", "2026-03-03")
                        .outLines())
                .hasSize(3);
        assertThat(run("analytics", "spend", "--currency", "rand").code()).isEqualTo(ExitCode.INVALID_INPUT.code());
        assertThat(run("analytics", "scores", "--team", "nobody").code()).isEqualTo(ExitCode.NOT_FOUND.code());
        assertThat(run("analytics").code()).isEqualTo(ExitCode.USAGE.code());
    }

    @Test
    void namesTheJobsWhereOneIsNotKnown() {
        Ran ran = run("jobs", "run", "laundry");

        assertThat(ran.code()).isEqualTo(ExitCode.NOT_FOUND.code());
        assertThat(ran.err())
                .contains("no job laundry")
                .contains("analytics, consistency, digest, purge-outbox, purge-expired");
    }

    @Test
    void saysThatATenderIsNotKnown() {
        Ran ran = run("show", "ocds-nowhere");

        assertThat(ran.code()).isEqualTo(ExitCode.NOT_FOUND.code());
        assertThat(ran.errLines()).hasSize(1);
        assertThat(ran.err()).contains("ocds-nowhere");
    }

    private Ran run(String... arguments) {
        return Ran.tenderhub(environment, new byte[0], arguments);
    }

    private static String lines(int count) {
        return IntStream.range(0, count).mapToObj(Written::release).collect(Collectors.joining("\n", "", "\n"));
    }

    @Test
    void saysThatTheSchemaIsMissing() {
        Map<String, String> unmigrated = new java.util.HashMap<>(environment);
        unmigrated.put("TENDERHUB_POSTGRES_URL", TestStores.shared().freshPostgresUrl());

        Ran ran = Ran.tenderhub(unmigrated, new byte[0], "search", "school");

        assertThat(ran.code()).isIn(List.of(ExitCode.INVALID_INPUT.code(), ExitCode.UNAVAILABLE.code()));
        assertThat(ran.err()).contains("tenderhub migrate");
    }
}
