package io.tenderhub.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenderhub.contract.SampleTenders;
import io.tenderhub.event.EventSelection;
import io.tenderhub.failure.ConflictException;
import io.tenderhub.naming.NamePrefix;
import io.tenderhub.operation.StoreCall;
import io.tenderhub.operation.StoreJournal;
import io.tenderhub.tender.TenderQuery;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StatementJournalTest {
    private static final NamePrefix PREFIX = new NamePrefix("journal");

    private final List<StoreCall> calls = new CopyOnWriteArrayList<>();
    private final PostgresAdapter adapter = PostgresAdapter.builder(
                    TestServer.shared().dataSource())
            .prefix(PREFIX)
            .journal(new Listening(calls))
            .build();

    private record Listening(List<StoreCall> calls) implements StoreJournal {
        @Override
        public void called(StoreCall call) {
            calls.add(call);
        }

        @Override
        public void waited(Duration time, boolean connected) {}
    }

    @BeforeEach
    void emptiesTheTables() {
        TestServer.shared().empty(PREFIX, Clock.systemUTC());
    }

    @Test
    void tellsWhatAStatementDoesToWhichTable() {
        adapter.unitOfWork()
                .forSystem(system ->
                        system.tenders().saveAll(List.of(SampleTenders.toStore(SampleTenders.full("secret-ocid")))));
        adapter.tenderCatalog().search(TenderQuery.builder().text("hush").build());
        adapter.outboxQueue().claim(5, Duration.ofSeconds(1), EventSelection.ALL);
        adapter.outboxQueue().backlog();

        assertThat(calls)
                .extracting(call -> call.operation() + " " + call.on())
                .contains("role none", "insert tenders", "select tenders", "update outbox", "select outbox");
        assertThat(calls)
                .allMatch(StoreCall::answered)
                .allMatch(call -> !call.took().isNegative());
    }

    @Test
    void tellsNoValues() {
        adapter.unitOfWork()
                .forSystem(system ->
                        system.tenders().saveAll(List.of(SampleTenders.toStore(SampleTenders.full("secret-ocid")))));
        adapter.tenderCatalog().search(TenderQuery.builder().text("hush").build());

        assertThat(calls)
                .allSatisfy(call -> assertThat(call.toString()).doesNotContain("secret-ocid", "hush"))
                .allSatisfy(call -> assertThat(call.wording()).hasSizeLessThan(600));
    }

    @Test
    void tellsOfStatementsThatFailed() {
        PostgresAdapter elsewhere = PostgresAdapter.builder(TestServer.shared().dataSource())
                .prefix(new NamePrefix("nowhere"))
                .journal(new Listening(calls))
                .build();

        assertThatThrownBy(() -> elsewhere.tenderCatalog().count()).isInstanceOf(ConflictException.class);

        assertThat(calls).anySatisfy(call -> {
            assertThat(call.on()).isEqualTo("tenders");
            assertThat(call.answered()).isFalse();
        });
    }
}
