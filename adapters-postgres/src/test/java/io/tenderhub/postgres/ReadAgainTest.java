package io.tenderhub.postgres;

import static io.tenderhub.contract.SampleTenders.toStore;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tenderhub.failure.UnavailableException;
import io.tenderhub.naming.NamePrefix;
import io.tenderhub.tender.Tender;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is done again after a connection was really killed, and how often, and what is not. */
class ReadAgainTest {
    private static final NamePrefix PREFIX = new NamePrefix("again");

    private final TestServer server = TestServer.shared();
    private final PostgresAdapter adapter = server.empty(PREFIX, Clock.systemUTC());
    private final Database database = Database.over(
            server.dataSource(),
            new Names(PREFIX),
            Clock.systemUTC(),
            new SqlFailures(server.dataSource(), Optional.empty()));
    private final AtomicInteger attempts = new AtomicInteger();

    @AfterEach
    void leaveNoDeadConnection() {
        server.renewConnections();
    }

    /** Kills its connection in the first attempts, in the middle of what it reads. */
    private int readThatIsKilled(Handle handle, int times) {
        handle.execute("SELECT 1");
        if (attempts.incrementAndGet() <= times) {
            handle.execute("SELECT pg_terminate_backend(pg_backend_pid())");
        }
        return handle.createQuery("SELECT 7").mapTo(Integer.class).one();
    }

    @Test
    void aReadWhoseConnectionIsKilledIsRunAgain() {
        assertThat(database.reading().<Integer>run("test", handle -> readThatIsKilled(handle, 2)))
                .isEqualTo(7);
        assertThat(attempts).hasValue(3);
    }

    @Test
    void aReadIsRunThreeTimesAtMost() {
        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> database.reading().run("test", handle -> readThatIsKilled(handle, 99)));
        assertThat(attempts).hasValue(3);
    }

    @Test
    void whatMayWriteIsNotRunAgain() {
        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> database.run("test", handle -> readThatIsKilled(handle, 1)));
        assertThat(attempts).hasValue(1);
    }

    @Test
    void whatIsWrongIsNotRunAgain() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> database.reading().run("test", handle -> {
                    attempts.incrementAndGet();
                    return handle.execute("SELECT nonsense(");
                }));
        assertThat(attempts).hasValue(1);
    }

    @Test
    void whoGetsNoConnectionIsNotMadeToWaitAgain() throws Exception {
        int nobody;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = socket.getLocalPort();
        }
        Counted away = Counted.to("jdbc:postgresql://127.0.0.1:" + nobody + "/none?user=nobody");

        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() ->
                        PostgresAdapter.builder(away).build().tenderCatalog().count());

        assertThat(away.askedSince()).isEqualTo(1);
    }

    @Test
    void aTransactionThatLosesItsConnectionBeforeTheCommitIsRunAgainAndDoneOnce() {
        adapter.unitOfWork().forSystem(transaction -> {
            if (attempts.incrementAndGet() <= 2) {
                killOthers();
            }
            return transaction.tenders().saveAll(List.of(toStore(tender("ocds-again"))));
        });

        assertThat(attempts).hasValue(3);
        assertThat(adapter.tenderCatalog().find("ocds-again").orElseThrow().version())
                .isEqualTo(1);
        server.renewConnections();
    }

    @Test
    void aTransactionThatKeepsLosingItsConnectionIsRunThreeTimes() {
        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> adapter.unitOfWork().forSystem(transaction -> {
                    attempts.incrementAndGet();
                    killOthers();
                    return transaction.tenders().saveAll(List.of(toStore(tender("ocds-lost"))));
                }));

        assertThat(attempts).hasValue(3);
        server.renewConnections();
        assertThat(adapter.tenderCatalog().find("ocds-lost")).isEmpty();
    }

    @Test
    void aTransactionThatLosesItsConnectionInTheCommitIsNotRunAgainForNobodyKnowsWhatBecameOfIt() {
        String table = new Names(PREFIX).tenders();
        server.execute("CREATE OR REPLACE FUNCTION again_die() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS"
                + " 'BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END'");
        server.execute("CREATE CONSTRAINT TRIGGER again_die AFTER INSERT ON " + table
                + " DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION again_die()");
        try {
            assertThatExceptionOfType(UnavailableException.class)
                    .isThrownBy(() -> adapter.unitOfWork().forSystem(transaction -> {
                        attempts.incrementAndGet();
                        return transaction.tenders().saveAll(List.of(toStore(tender("ocds-commit"))));
                    }));
        } finally {
            server.renewConnections();
            server.execute("DROP TRIGGER again_die ON " + table);
            server.execute("DROP FUNCTION again_die()");
        }
        assertThat(attempts).hasValue(1);
    }

    /** Those that are in a transaction; this module's tests run one after the other. */
    private void killOthers() {
        server.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
                + " AND pid <> pg_backend_pid() AND state = 'idle in transaction'");
    }

    private static Tender tender(String ocid) {
        return Tender.builder(ocid, Instant.EPOCH).title("Water").build();
    }
}
