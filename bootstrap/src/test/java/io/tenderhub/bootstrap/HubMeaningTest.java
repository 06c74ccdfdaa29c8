package io.tenderhub.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tenderhub.failure.ConflictException;
import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.ingestion.FeedInput;
import io.tenderhub.tender.SearchMode;
import io.tenderhub.tender.TenderHit;
import io.tenderhub.tender.TenderQuery;
import io.tenderhub.teststores.TestStores;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The model, the index and the truth together. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HubMeaningTest {
    @TempDir
    static Path folder;

    private final Map<String, String> settings = new HashMap<>();

    @BeforeAll
    void prepare() {
        TestStores stores = TestStores.shared();
        settings.put("postgres.url", stores.freshPostgresUrl());
        settings.put("mongo.url", stores.freshMongoUrl());
        settings.put("redis.url", stores.redisUrl());
        settings.put("prefix", "meaning");
        settings.put("semantic.folder", folder.toString());
        TenderHub.migrate(configuration(Map.of()));
    }

    @Test
    void findsWhatIsMeantOnceItIsStoredAndAgainAfterTheNextStart() throws Exception {
        try (TenderHub hub = TenderHub.start(configuration(Map.of("semantic.poll.seconds", "1")))) {
            hub.meaning().orElseThrow().follow();
            ingest(hub, "ocds-a", "Construction of ablution facilities at Mahlangu primary school");
            ingest(hub, "ocds-b", "Supply of printing paper");

            await(() -> hub.meaning().orElseThrow().state().tenders() == 2);

            assertThat(found(hub, SearchMode.TEXT)).isEmpty();
            assertThat(found(hub, SearchMode.SEMANTIC)).startsWith("ocds-a");
            assertThat(found(hub, SearchMode.HYBRID)).startsWith("ocds-a");
        }
        try (TenderHub hub = TenderHub.start(configuration(Map.of()))) {
            assertThat(hub.meaning().orElseThrow().state().progress().isComplete())
                    .isTrue();
            assertThat(hub.meaning().orElseThrow().catchUp(soFar -> {}).put()).isZero();
            assertThat(found(hub, SearchMode.SEMANTIC)).startsWith("ocds-a");

            assertThat(hub.meaning().orElseThrow().rebuild(soFar -> {}).put()).isEqualTo(2);
        }
    }

    @Test
    void everythingElseWorksWhereItIsSwitchedOff() {
        try (TenderHub hub = TenderHub.start(configuration(Map.of("semantic.enabled", "false")))) {
            assertThat(hub.meaning()).isEmpty();
            assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> found(hub, SearchMode.HYBRID));
            assertThat(found(hub, SearchMode.TEXT)).isEmpty();
        }
    }

    /** Whether the server has the extension is asked; on both sides something is held. */
    @Test
    void theIndexIsInTheDatabaseWhereThatHasVectorsAndElseThatIsRefused() throws SQLException {
        HubConfiguration wanted = configuration(Map.of("semantic.index", "pgvector"));
        if (serverHasVectors()) {
            try (TenderHub hub = TenderHub.start(wanted)) {
                assertThat(hub.meaning().orElseThrow().state().tenders()).isZero();
            }
        } else {
            assertThatExceptionOfType(ConflictException.class)
                    .isThrownBy(() -> TenderHub.start(wanted).close())
                    .withMessageContaining(
                            "semantic.index is pgvector, but the database server has no extension vector");
        }
        try (TenderHub hub = TenderHub.start(configuration(Map.of("semantic.index", "auto")))) {
            assertThat(hub.meaning()).isPresent();
        }
    }

    private boolean serverHasVectors() throws SQLException {
        try (Connection connection = DriverManager.getConnection(settings.get("postgres.url"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT FROM pg_available_extensions WHERE name = 'vector'")) {
            return rows.next();
        }
    }

    private HubConfiguration configuration(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(settings);
        all.putAll(more);
        return HubConfiguration.of(all, Map.of(), Optional.empty()).forOneCommand();
    }

    private static List<String> found(TenderHub hub, SearchMode mode) {
        return hub
                .search()
                .search(TenderQuery.builder().text("school toilets").mode(mode).build())
                .hits()
                .stream()
                .map(TenderHit::ocid)
                .toList();
    }

    private static void ingest(TenderHub hub, String ocid, String title) {
        String line = "{\"ocid\":\"" + ocid + "\",\"id\":\"1\",\"date\":\"2026-10-01T08:00:00Z\",\"tag\":[\"tender\"],"
                + "\"tender\":{\"id\":\"" + ocid + "\",\"title\":\"" + title + "\"}}\n";
        hub.ingestion()
                .ingest(
                        List.of(new FeedInput.Stream(
                                "test", new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)))),
                        reject -> {});
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long guard = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (!condition.getAsBoolean() && System.nanoTime() < guard) {
            Thread.sleep(20);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
