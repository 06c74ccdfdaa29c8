package io.tenderhub.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.event.ClaimedEvent;
import io.tenderhub.event.DomainEvent;
import io.tenderhub.event.EventSelection;
import io.tenderhub.event.EventType;
import io.tenderhub.event.OutboxDepth;
import io.tenderhub.naming.NamePrefix;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

class OutboxRowsTest {
    private final TestServer server = TestServer.shared();
    private final PostgresAdapter adapter = server.empty(new NamePrefix("rows"), Clock.systemUTC());

    private void append(String ocid) {
        adapter.unitOfWork().forSystem(transaction -> {
            transaction
                    .outbox()
                    .append(List.of(
                            new DomainEvent(EventType.TENDER_CREATED, ocid, Optional.empty(), Map.of("version", "1"))));
            return true;
        });
    }

    private List<String> claim(int max) {
        return adapter.outboxQueue().claim(max, Duration.ofMinutes(1), EventSelection.ALL).stream()
                .map(ClaimedEvent::event)
                .map(DomainEvent::aggregateId)
                .toList();
    }

    @Test
    void parksAnEventOfAnUnknownTypeAndGoesOnWithTheRest() {
        append("a");
        append("b");
        append("c");
        server.execute("UPDATE rows_outbox SET type = 'tender.exploded' WHERE aggregate_id = 'b'");

        assertThat(claim(10)).containsExactly("a", "c");

        assertThat(adapter.outboxQueue().depth())
                .extracting(OutboxDepth::waiting, OutboxDepth::parked)
                .containsExactly(2L, 1L);
        assertThat(server.texts("SELECT last_error FROM rows_outbox WHERE parked_at IS NOT NULL"))
                .singleElement()
                .asString()
                .contains("tender.exploded");
    }

    @Test
    void goesOnBehindABatchOfWhichNothingCanBeDecoded() {
        append("a");
        append("b");
        append("c");
        server.execute("UPDATE rows_outbox SET payload = '[1]' WHERE aggregate_id = 'a'");
        server.execute("UPDATE rows_outbox SET team_id = 'Not A Team' WHERE aggregate_id = 'b'");

        assertThat(claim(1)).containsExactly("c");

        assertThat(adapter.outboxQueue().depth())
                .extracting(OutboxDepth::waiting, OutboxDepth::parked)
                .containsExactly(1L, 2L);
    }

    @Test
    void tellsListenersWhenEventsWereCommitted() throws Exception {
        try (Connection listener = DriverManager.getConnection(server.url());
                Statement statement = listener.createStatement()) {
            statement.execute("LISTEN rows_outbox");

            append("a");

            assertThat(listener.unwrap(PGConnection.class).getNotifications(30_000))
                    .hasSize(1);
        }
    }
}
