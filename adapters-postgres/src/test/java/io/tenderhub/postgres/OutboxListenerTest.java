package io.tenderhub.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.event.DomainEvent;
import io.tenderhub.event.EventType;
import io.tenderhub.event.OutboxSignal;
import io.tenderhub.naming.NamePrefix;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class OutboxListenerTest {
    private static final String ITS_CONNECTION = "FROM pg_stat_activity WHERE query = 'LISTEN ears_outbox'";
    private final TestServer server = TestServer.shared();
    private final PostgresAdapter adapter = server.empty(new NamePrefix("ears"), Clock.systemUTC());
    private final Semaphore calls = new Semaphore(0);

    private void append() {
        adapter.unitOfWork().forSystem(transaction -> {
            transaction
                    .outbox()
                    .append(List.of(new DomainEvent(EventType.TENDER_CREATED, "a", Optional.empty(), Map.of())));
            return true;
        });
    }

    private void awaitCall() throws InterruptedException {
        assertThat(calls.tryAcquire(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void connectsAgainAndCatchesUpWhenItsConnectionWasLost() throws Exception {
        OutboxSignal.Listening listening = adapter.outboxSignal().listen(calls::release);
        try {
            awaitCall();
            assertThat(server.texts("SELECT count(pg_terminate_backend(pid)) " + ITS_CONNECTION))
                    .containsExactly("1");

            awaitCall();
            calls.drainPermits();
            append();
            awaitCall();
        } finally {
            listening.close();
        }
    }

    @Test
    void givesItsConnectionBackWithoutTheSubscription() throws Exception {
        OutboxSignal.Listening listening = adapter.outboxSignal().listen(calls::release);
        awaitCall();

        listening.close();

        assertThat(server.texts("SELECT count(*) " + ITS_CONNECTION)).containsExactly("0");
        assertThat(server.texts("SELECT pg_listening_channels()")).isEmpty();
    }
}
