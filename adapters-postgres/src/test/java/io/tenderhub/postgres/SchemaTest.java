package io.tenderhub.postgres;

import static io.tenderhub.contract.SampleTenders.release;
import static io.tenderhub.contract.SampleTenders.toStore;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenderhub.failure.ConflictException;
import io.tenderhub.naming.NamePrefix;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SchemaTest {
    private static final NamePrefix FRESH = new NamePrefix("fresh");
    private static final NamePrefix BESIDE = new NamePrefix("beside");
    private final TestServer server = TestServer.shared();

    @BeforeEach
    @AfterEach
    void nothingThere() {
        server.drop(FRESH);
        server.drop(BESIDE);
    }

    private PostgresAdapter adapter(NamePrefix prefix) {
        return PostgresAdapter.builder(server.dataSource()).prefix(prefix).build();
    }

    @Test
    void namesWhatIsMissingBeforeTheFirstMigration() {
        assertThatThrownBy(() -> adapter(FRESH).verifySchema())
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("fresh_tenders")
                .hasMessageContaining("run tenderhub migrate");
        assertThatThrownBy(() -> adapter(FRESH).tenderCatalog().count())
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("run tenderhub migrate");
    }

    @Test
    void migratesOnceHoweverOftenItIsAsked() {
        adapter(FRESH).migrate();
        adapter(FRESH).migrate();

        assertThatCode(() -> adapter(FRESH).verifySchema()).doesNotThrowAnyException();
        assertThat(server.texts("SELECT version FROM fresh_schema_history WHERE type = 'SQL'"))
                .contains("1", "2", "3", "4")
                .doesNotHaveDuplicates();
    }

    @Test
    void migratesOnSeveralNodesAtOnce() throws Exception {
        int nodes = 6;
        CyclicBarrier start = new CyclicBarrier(nodes);
        ExecutorService pool = Executors.newFixedThreadPool(nodes);
        try {
            List<Future<?>> done = new ArrayList<>();
            for (int i = 0; i < nodes; i++) {
                PostgresAdapter node = adapter(i % 2 == 0 ? FRESH : BESIDE);
                done.add(pool.submit(() -> {
                    start.await();
                    node.migrate();
                    return true;
                }));
            }
            for (Future<?> one : done) {
                one.get();
            }
        } finally {
            pool.shutdownNow();
        }

        adapter(FRESH).verifySchema();
        adapter(BESIDE).verifySchema();
    }

    @Test
    void keepsEveryNameUnderThePrefix() {
        List<String> before = names();
        adapter(FRESH).migrate();
        List<String> made = names();
        made.removeAll(before);

        assertThat(made).isNotEmpty().allSatisfy(name -> assertThat(name).startsWith("fresh_"));
    }

    private List<String> names() {
        List<String> names = server.texts("SELECT relname FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace"
                + " WHERE nspname = 'public'");
        names.addAll(server.texts("SELECT conname FROM pg_constraint c JOIN pg_namespace n ON n.oid = connamespace"
                + " WHERE nspname = 'public' AND contype <> 'n'"));
        return names;
    }

    @Test
    void namesAColumnThatIsGone() {
        adapter(FRESH).migrate();
        server.execute("ALTER TABLE fresh_tenders DROP COLUMN closes_at");

        assertThatThrownBy(() -> adapter(FRESH).verifySchema())
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("fresh_tenders")
                .hasMessageContaining("closes_at");
    }

    @Test
    void namesAMigrationThatWasAppliedInAnotherForm() {
        adapter(FRESH).migrate();
        server.execute("UPDATE fresh_schema_history SET checksum = 1 WHERE version = '1'");

        assertThatThrownBy(() -> adapter(FRESH).verifySchema())
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("migration 1")
                .hasMessageContaining("run tenderhub migrate");
    }

    @Test
    void twoPrefixesDoNotSeeEachOther() {
        PostgresAdapter one = adapter(FRESH);
        PostgresAdapter other = adapter(BESIDE);
        one.migrate();
        other.migrate();

        one.unitOfWork()
                .forSystem(transaction -> transaction.tenders().saveAll(List.of(toStore(release("ocds-1", 0)))));

        assertThat(one.tenderCatalog().count()).isEqualTo(1);
        assertThat(other.tenderCatalog().count()).isZero();
    }
}
