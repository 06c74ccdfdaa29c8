package io.tenderhub.postgres;

import static io.tenderhub.contract.SampleTenders.ocid;
import static io.tenderhub.contract.SampleTenders.release;
import static io.tenderhub.contract.SampleTenders.tender;
import static io.tenderhub.contract.SampleTenders.toStore;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.tenderhub.contract.SampleTenders;
import io.tenderhub.contract.Simultaneously;
import io.tenderhub.event.DomainEvent;
import io.tenderhub.event.EventType;
import io.tenderhub.event.UnitOfWork;
import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.failure.UnavailableException;
import io.tenderhub.naming.NamePrefix;
import io.tenderhub.tender.SaveOutcome;
import io.tenderhub.tender.Tender;
import io.tenderhub.tender.TenderToStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** Lists so long that they are copied into a table of the connection first. */
class TenderLoadTest {
    private static final int MANY = 120;

    private final TestServer server = TestServer.shared();
    private final PostgresAdapter adapter = server.empty(new NamePrefix("load"), Clock.systemUTC());
    private final UnitOfWork unitOfWork = adapter.unitOfWork();

    private static List<Tender> releases(int from, int to, int number) {
        return IntStream.range(from, to).mapToObj(n -> release(ocid(n), number)).toList();
    }

    private static List<SaveOutcome> save(UnitOfWork where, List<Tender> tenders) {
        List<TenderToStore> list =
                tenders.stream().map(tender -> toStore(tender)).toList();
        return where.<List<SaveOutcome>>forSystem(
                transaction -> transaction.tenders().saveAll(list));
    }

    private List<SaveOutcome> save(List<Tender> tenders) {
        return save(unitOfWork, tenders);
    }

    private List<String> rows() {
        return server.texts(
                "SELECT ocid || ' ' || ctid || ' ' || xmin || ' xmax ' || xmax FROM load_tenders ORDER BY ocid");
    }

    @Test
    void neitherLocksNorTouchesWhatStandsThereAlready() {
        save(releases(0, MANY, 1));
        List<String> before = rows();

        assertThat(save(releases(0, MANY, 1))).hasSize(MANY).containsOnly(SaveOutcome.UNCHANGED);
        assertThat(save(releases(0, MANY, 0))).hasSize(MANY).containsOnly(SaveOutcome.OLDER);

        assertThat(rows()).isEqualTo(before).allMatch(row -> row.endsWith(" xmax 0"));
    }

    @Test
    void doesNotWaitForWhoeverHoldsARowThatStandsThereAlready() {
        save(releases(0, MANY, 1));

        List<SaveOutcome> outcomes = unitOfWork.<List<SaveOutcome>>forSystem(transaction -> {
            transaction.tenders().saveAll(List.of(toStore(release(ocid(5), 2))));
            return elsewhere(() -> save(releases(0, MANY, 1)));
        });

        assertThat(outcomes).hasSize(MANY).containsOnly(SaveOutcome.UNCHANGED);
    }

    /** On another thread and so in another transaction. */
    private static <T> T elsewhere(Callable<T> work) {
        try {
            return Simultaneously.run(1, only -> work).get(0);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void storesWhatAStatementOfFewRowsStores() {
        List<Tender> tenders = IntStream.range(0, MANY)
                .mapToObj(n -> SampleTenders.full(ocid(n)))
                .toList();
        save(tenders);
        String columns = "SELECT (to_jsonb(t) - 'changed_at')::text FROM load_tenders AS t ORDER BY ocid";
        List<String> copied = server.texts(columns);
        server.execute("TRUNCATE load_tenders");

        tenders.forEach(tender -> save(List.of(tender)));

        assertThat(copied).hasSize(MANY).isEqualTo(server.texts(columns));
    }

    @Test
    void storesSeveralListsInOneTransactionAndAnOcidTwiceInOne() {
        List<Tender> twice = new ArrayList<>(releases(0, MANY, 1));
        twice.addAll(releases(0, MANY, 2));
        twice.addAll(releases(0, MANY, 0));

        List<SaveOutcome> outcomes = unitOfWork.<List<SaveOutcome>>forSystem(transaction -> {
            List<SaveOutcome> all = new ArrayList<>();
            for (List<Tender> list : List.of(releases(MANY, 2 * MANY, 0), twice, releases(MANY, 2 * MANY, 1))) {
                all.addAll(transaction
                        .tenders()
                        .saveAll(list.stream().map(tender -> toStore(tender)).toList()));
            }
            return all;
        });

        List<SaveOutcome> expected = new ArrayList<>(Collections.nCopies(2 * MANY, SaveOutcome.CREATED));
        expected.addAll(Collections.nCopies(MANY, SaveOutcome.UPDATED));
        expected.addAll(Collections.nCopies(MANY, SaveOutcome.OLDER));
        expected.addAll(Collections.nCopies(MANY, SaveOutcome.UPDATED));
        assertThat(outcomes).isEqualTo(expected);
        assertThat(server.texts("SELECT DISTINCT version FROM load_tenders")).containsExactly("2");
        assertThat(server.texts("SELECT count(*) FROM load_tender_versions")).containsExactly("" + 2 * MANY);
    }

    @Test
    void storesAHugeTenderAmongMany() {
        String words = IntStream.range(0, 300_000).mapToObj(n -> "word" + n).collect(Collectors.joining(" "));
        Tender huge = tender(ocid(50))
                .description(words)
                .raw("{\"text\":\"" + words + "\"}")
                .build();
        List<Tender> tenders = new ArrayList<>(releases(0, MANY, 1));
        tenders.set(50, huge);

        assertThat(save(tenders)).hasSize(MANY).containsOnly(SaveOutcome.CREATED);

        assertThat(adapter.tenderCatalog().find(ocid(50)).orElseThrow().tender())
                .isEqualTo(huge);
    }

    @Test
    void namesTheOneOfManyThatCanNotBeHeldAndLeavesTheTransactionUsable() {
        List<Tender> tenders = new ArrayList<>(releases(0, MANY, 1));
        tenders.set(77, tender("bad").raw("{\"a\":").build());
        tenders.set(99, tender("later").description("a NUL \u0000 here").build());

        unitOfWork.forSystem(transaction -> {
            assertThatThrownBy(() -> transaction
                            .tenders()
                            .saveAll(tenders.stream()
                                    .map(tender -> toStore(tender))
                                    .toList()))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageStartingWith("tender bad");
            return transaction
                    .tenders()
                    .saveAll(releases(0, MANY, 2).stream()
                            .map(tender -> toStore(tender))
                            .toList());
        });

        assertThat(server.texts("SELECT count(*) FROM load_tenders WHERE version = 1"))
                .containsExactly("" + MANY);
    }

    @Test
    void keepsNothingOfAListWhoseConnectionIsKilledAndStoresItOnTheNext() {
        assertThatThrownBy(() -> unitOfWork.forSystem(transaction -> {
                    transaction
                            .tenders()
                            .saveAll(releases(0, MANY, 1).stream()
                                    .map(tender -> toStore(tender))
                                    .toList());
                    killWriters();
                    transaction.outbox().append(List.of(event(ocid(1), SaveOutcome.CREATED)));
                    return true;
                }))
                .isInstanceOf(UnavailableException.class);
        assertThat(adapter.tenderCatalog().count()).isZero();

        assertThat(save(releases(0, MANY, 1))).hasSize(MANY).containsOnly(SaveOutcome.CREATED);
    }

    private void killWriters() {
        PGSimpleDataSource apart = new PGSimpleDataSource();
        apart.setUrl(server.url());
        TestServer.texts(
                apart,
                "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE relation = 'load_tenders'::regclass"
                        + " AND mode = 'RowExclusiveLock' AND granted AND pid <> pg_backend_pid()");
    }

    @Test
    void storesForHubsOfTwoPrefixesOverOneConnection() {
        server.empty(new NamePrefix("load_two"), Clock.systemUTC());
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(server.url());
        config.setMaximumPoolSize(1);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            UnitOfWork one = PostgresAdapter.builder(pool)
                    .prefix(new NamePrefix("load"))
                    .build()
                    .unitOfWork();
            UnitOfWork two = PostgresAdapter.builder(pool)
                    .prefix(new NamePrefix("load_two"))
                    .build()
                    .unitOfWork();
            for (int number = 0; number < 3; number++) {
                save(one, releases(0, MANY, number));
                save(two, releases(MANY, 2 * MANY, number));
            }
        }

        for (String prefix : List.of("load", "load_two")) {
            assertThat(server.texts("SELECT count(*) FROM " + prefix + "_tenders WHERE version = 3"))
                    .containsExactly("" + MANY);
        }
        assertThat(server.texts("SELECT max(ocid) FROM load_tenders")).containsExactly(ocid(MANY - 1));
    }

    @Test
    void storesLongListsWhereNoTemporaryTableMayBeMade() {
        try (OwnDatabase own = new OwnDatabase("CREATEROLE")) {
            PostgresAdapter strict = own.empty(Clock.systemUTC());
            OwnDatabase.execute(
                    own.asSuperuser(),
                    "REVOKE TEMPORARY ON DATABASE " + own.asSuperuser().getDatabaseName() + " FROM PUBLIC");

            assertThat(save(strict.unitOfWork(), releases(0, MANY, 1))).containsOnly(SaveOutcome.CREATED);

            assertThat(strict.tenderCatalog().count()).isEqualTo(MANY);
        }
    }

    @Test
    void theNewestStandsWithOneEventForEachChangeWhenManyStoreOverlappingLists() throws Exception {
        int writers = 6;
        Simultaneously.run(writers, writer -> () -> {
            Random random = new Random(writer);
            for (int round = 0; round < 4; round++) {
                int from = random.nextInt(MANY);
                List<Tender> list = new ArrayList<>(releases(from, from + MANY, random.nextInt(12)));
                Collections.shuffle(list, random);
                saveWithEvents(list);
            }
            return saveWithEvents(releases(0, 2 * MANY, writer == 0 ? 12 : 11));
        });

        assertThat(server.texts("SELECT DISTINCT document ->> 'title' FROM load_tenders"))
                .containsExactly("Release 12 of the tender");
        assertThat(server.texts("SELECT ocid || ' ' || version FROM load_tenders ORDER BY ocid"))
                .hasSize(2 * MANY)
                .isEqualTo(
                        server.texts(
                                "SELECT aggregate_id || ' ' || count(*) FROM load_outbox GROUP BY aggregate_id ORDER BY aggregate_id COLLATE \"C\""));
        assertThat(server.texts("SELECT count(*) FROM load_outbox WHERE type = 'tender.created'"))
                .containsExactly("" + 2 * MANY);
    }

    private boolean saveWithEvents(List<Tender> tenders) {
        return unitOfWork.<Boolean>forSystem(transaction -> {
            List<SaveOutcome> outcomes = transaction
                    .tenders()
                    .saveAll(tenders.stream().map(tender -> toStore(tender)).toList());
            transaction
                    .outbox()
                    .append(IntStream.range(0, tenders.size())
                            .filter(i ->
                                    outcomes.get(i) == SaveOutcome.CREATED || outcomes.get(i) == SaveOutcome.UPDATED)
                            .mapToObj(i -> event(tenders.get(i).ocid(), outcomes.get(i)))
                            .toList());
            return true;
        });
    }

    private static DomainEvent event(String ocid, SaveOutcome outcome) {
        EventType type = outcome == SaveOutcome.CREATED ? EventType.TENDER_CREATED : EventType.TENDER_UPDATED;
        return new DomainEvent(type, ocid, Optional.empty(), Map.of());
    }
}
