package io.tenderhub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.bootstrap.HubConfiguration;
import io.tenderhub.bootstrap.TenderHub;
import io.tenderhub.company.CompanyProfile;
import io.tenderhub.ingestion.FeedInput;
import io.tenderhub.team.TeamId;
import io.tenderhub.teststores.TestStores;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code check} and {@code rebuild} on real stores, of which MongoDB loses everything. */
class CheckCommandTest {
    private static final int TENDERS = 25;
    private static final TeamId ACME = new TeamId("acme");

    @TempDir
    private Path folder;

    private Map<String, String> environment = Map.of();

    @BeforeEach
    void fillsFreshStores() {
        TestStores stores = TestStores.shared();
        environment = Map.of(
                "TENDERHUB_POSTGRES_URL", stores.freshPostgresUrl(),
                "TENDERHUB_MONGO_URL", stores.freshMongoUrl(),
                "TENDERHUB_REDIS_URL", stores.redisUrl(),
                "TENDERHUB_PREFIX", "t" + Long.toString(System.nanoTime(), 36));
        run("migrate");
        Path tenders = Written.file(folder, "tenders.jsonl", lines());
        // An hour ago, as nothing is expected of what changed just now.
        try (TenderHub hub = TenderHub.start(
                HubConfiguration.of(Map.of(), environment, Optional.empty()).forOneCommand(),
                Clock.offset(Clock.systemUTC(), Duration.ofHours(-1)))) {
            hub.ingestion().ingest(List.of(new FeedInput.Files(tenders)), reject -> {});
            hub.profiles().save(ACME, CompanyProfile.builder().name("Acme").build());
            hub.relay().drain();
        }
    }

    private Ran run(String... arguments) {
        return Ran.tenderhub(environment, new byte[0], arguments);
    }

    private static String lines() {
        return IntStream.range(0, TENDERS).mapToObj(Written::release).collect(Collectors.joining("\n", "", "\n"));
    }

    private void losesMongo() {
        environment = new HashMap<>(environment);
        environment.put("TENDERHUB_MONGO_URL", TestStores.shared().freshMongoUrl());
        run("migrate");
    }

    @Test
    void saysThatEverythingFits() {
        Ran ran = run("check");

        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("25 tenders, 1 teams with a profile: 0 findings");
    }

    @Test
    void findsWhatIsMissingAndRepairsItWhenAsked() {
        losesMongo();

        Ran found = run("check");
        assertThat(found.code()).isEqualTo(ExitCode.INCONSISTENT.code());
        assertThat(found.out())
                .contains("50 findings")
                .contains("25 tenders without a summary")
                .contains("25 tenders without a team's score")
                .contains("ocds-test-0 (acme): missing; the tender has version 1, the profile version 1")
                .doesNotContain("repair:");
        Ran repaired = run("check", "--repair");
        assertThat(repaired.code()).isZero();
        assertThat(repaired.out()).contains("50 findings").contains("repair: 25 events raised again");
        assertThat(run("check").out()).contains("0 findings").contains("50 more are about to be put right");
        assertThat(run("worker", "--once").out()).contains("25 events done");
        assertThat(run("check").out()).contains("0 findings").doesNotContain("more are about");
    }

    @Test
    void writesItsReportAsJson() {
        Ran ran = run("check", "--format", "json", "--limit", "10");

        assertThat(ran.code()).isZero();
        assertThat(ran.out())
                .contains("\"tenders\" : 10")
                .contains("\"findings\" : 0")
                .contains("\"stoppedAt\" : ");
        assertThat(run("check", "--resume").out()).contains("15 tenders");
    }

    @Test
    void makesEverythingAnewInAnEmptyMongo() {
        losesMongo();
        assertThat(run("show", "--format", "json", "ocds-test-7").out()).doesNotContain("\"summary\"");

        Ran rebuilt = run("rebuild");

        assertThat(rebuilt.code()).isZero();
        assertThat(rebuilt.out()).contains("25 tenders made anew, 0 documents deleted, 0 tenders left");
        assertThat(run("show", "--format", "json", "--team", "acme", "ocds-test-7")
                        .out())
                .contains("\"summary\"")
                .contains("\"score\"");
        assertThat(run("check").out()).contains("0 findings").doesNotContain("more are about to be");
        assertThat(run("worker", "--once").out()).startsWith("0 events done");
    }

    @Test
    void saysWhichStoreIsAwayAndChecksWithoutRedis() {
        Map<String, String> working = environment;
        environment = new HashMap<>(working);
        environment.put("TENDERHUB_REDIS_URL", "redis://127.0.0.1:1");
        Ran withoutRedis = run("check");
        assertThat(withoutRedis.code()).isZero();
        assertThat(withoutRedis.err()).contains("redis does not answer");
        assertThat(run("rebuild").code()).isEqualTo(ExitCode.UNAVAILABLE.code());

        environment = new HashMap<>(working);
        environment.put("TENDERHUB_MONGO_URL", "mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=300");
        Ran withoutMongo = run("check");
        assertThat(withoutMongo.code()).isEqualTo(ExitCode.UNAVAILABLE.code());
        assertThat(withoutMongo.err()).contains("mongo at 127.0.0.1:1");
        assertThat(withoutMongo.out()).isEmpty();
    }

    @Test
    void refusesALimitOfNothingAndADayThatIsNone() {
        assertThat(run("check", "--limit", "0").code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(run("check", "--since", "yesterday").code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(run("check", "--since", "2020-01-01").out()).contains("25 tenders");
        assertThat(run("check", "--since", "2920-01-01T00:00:00Z").out()).contains("0 tenders");
    }
}
