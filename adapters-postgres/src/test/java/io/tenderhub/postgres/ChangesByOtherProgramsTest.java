package io.tenderhub.postgres;

import static io.tenderhub.contract.SampleTenders.tender;
import static io.tenderhub.contract.SampleTenders.toStore;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.event.EventSelection;
import io.tenderhub.event.OutboxEntry;
import io.tenderhub.event.OutboxEntry.State;
import io.tenderhub.naming.NamePrefix;
import io.tenderhub.tender.TenderHit;
import io.tenderhub.tender.TenderQuery;
import io.tenderhub.tender.TenderQueryBuilder;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

class ChangesByOtherProgramsTest {
    private final TestServer server = TestServer.shared();
    private final PostgresAdapter adapter = server.empty(new NamePrefix("sql"), Clock.systemUTC());

    private void store(String... ocids) {
        adapter.unitOfWork()
                .forSystem(transaction -> transaction
                        .tenders()
                        .saveAll(Arrays.stream(ocids)
                                .map(ocid -> toStore(tender(ocid).build()))
                                .toList()));
    }

    /** Type, ocid and version. */
    private List<String> events() {
        return adapter.outboxAdministration().list(State.WAITING, 0, 100).stream()
                .map(entry -> entry.type() + " " + entry.aggregateId() + " "
                        + entry.payload().replaceAll(".*\"version\": \"(\\d+)\".*", "$1"))
                .toList();
    }

    private long version(String ocid) {
        return adapter.tenderCatalog().find(ocid).orElseThrow().version();
    }

    @Test
    void theHubRaisesItsOwnEvents() {
        store("a", "b");

        assertThat(events()).isEmpty();
    }

    @Test
    void anUpdateRaisesTheVersionAndAnEventInItsTransaction() {
        store("a", "b", "c");

        server.execute("BEGIN; UPDATE sql_tenders SET heading = 'x' WHERE ocid <= 'b'; ROLLBACK");
        assertThat(events()).isEmpty();
        server.execute("UPDATE sql_tenders SET heading = 'x' WHERE ocid <= 'b'");

        assertThat(events()).containsExactlyInAnyOrder("tender.updated a 2", "tender.updated b 2");
        assertThat(version("a")).isEqualTo(2);
        assertThat(version("c")).isEqualTo(1);
    }

    @Test
    void anUpdateThatChangesNothingIsNone() {
        store("a");

        server.execute("UPDATE sql_tenders SET heading = heading");

        assertThat(events()).isEmpty();
        assertThat(version("a")).isEqualTo(1);
    }

    @Test
    void aVersionThatTheOtherProgramRaisedStands() {
        store("a");

        server.execute("UPDATE sql_tenders SET heading = 'x', version = 7");

        assertThat(events()).containsExactly("tender.updated a 7");
    }

    @Test
    void aVersionNeverSinks() {
        store("a");
        server.execute("UPDATE sql_tenders SET version = 7");

        server.execute("UPDATE sql_tenders SET heading = 'x', version = 3");

        assertThat(events()).containsExactly("tender.updated a 7", "tender.updated a 8");
        assertThat(version("a")).isEqualTo(8);
    }

    @Test
    void insertsDeletesAndNewOcidsRaiseEvents() {
        store("a");

        server.execute("CREATE TEMPORARY TABLE one AS TABLE sql_tenders; UPDATE one SET ocid = 'b';"
                + " INSERT INTO sql_tenders TABLE one; DROP TABLE one");
        server.execute("UPDATE sql_tenders SET ocid = 'c' WHERE ocid = 'b'");
        server.execute("DELETE FROM sql_tenders WHERE ocid = 'a'");

        assertThat(events())
                .containsExactly(
                        "tender.created b 1", "tender.updated b 1", "tender.updated c 2", "tender.updated a 1");
    }

    private List<String> search(TenderQueryBuilder query) {
        return adapter.tenderCatalog().search(query.build()).hits().stream()
                .map(TenderHit::ocid)
                .toList();
    }

    @Test
    void whatTheyWriteIsFoundByItsWordsAndFilters() {
        store("a");

        server.execute("UPDATE sql_tenders SET heading = 'Boorgat in Môreson', province = 'Free State', document ="
                + " jsonb_set(document - 'title', '{description}', '\"A pump\"')");
        server.execute("CREATE TEMPORARY TABLE one AS TABLE sql_tenders;"
                + " UPDATE one SET ocid = 'b', search = '', province_key = NULL;"
                + " INSERT INTO sql_tenders TABLE one; DROP TABLE one");

        assertThat(search(TenderQuery.builder().text("moreson pumps").provinces(Set.of("free state"))))
                .containsExactlyInAnyOrder("a", "b");
        assertThat(search(TenderQuery.builder().text("paving"))).isEmpty();
    }

    @Test
    void theEventsAreDueAndDecodable() {
        store("a");
        server.execute("UPDATE sql_tenders SET heading = 'x'");

        assertThat(adapter.outboxAdministration().list(State.WAITING, 0, 10))
                .extracting(OutboxEntry::attempts)
                .containsExactly(0);
        assertThat(adapter.outboxQueue().claim(10, Duration.ofMinutes(1), EventSelection.ALL))
                .hasSize(1);
    }

    @Test
    void programsThatListenAreToldWhichTenderChanged() throws Exception {
        store("a");
        try (Connection listener = DriverManager.getConnection(server.url());
                Statement statement = listener.createStatement()) {
            statement.execute("LISTEN sql_tender_updated");

            server.execute("UPDATE sql_tenders SET heading = 'x'");

            assertThat(listener.unwrap(PGConnection.class).getNotifications(30_000))
                    .extracting(PGNotification::getParameter)
                    .containsExactly("a");
        }
    }

    @Test
    void theSettingEndsWithTheHubsTransaction() {
        for (int i = 0; i < 40; i++) {
            store("a" + i);
        }

        server.execute("UPDATE sql_tenders SET heading = 'x' WHERE ocid = 'a3'");

        assertThat(events()).containsExactly("tender.updated a3 2");
    }
}
