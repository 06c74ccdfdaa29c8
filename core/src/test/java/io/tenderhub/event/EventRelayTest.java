package io.tenderhub.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.memory.InMemoryHub;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class EventRelayTest {
    private Instant now = Instant.parse("2026-11-21T08:00:00Z");
    private final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    };
    private final InMemoryHub hub = new InMemoryHub(clock);
    private final List<String> handled = new ArrayList<>();

    private EventHandler handler(String name, Consumer<String> work) {
        return new EventHandler() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Set<EventType> handles() {
                return Set.of(EventType.TENDER_CREATED);
            }

            @Override
            public void handle(List<RaisedEvent> events) {
                events.forEach(event -> work.accept(event.event().aggregateId()));
                events.forEach(event -> handled.add(name + " " + event.event().aggregateId()));
            }
        };
    }

    private EventRelay relay(EventHandler... handlers) {
        return new EventRelay(hub.outboxQueue(), Arrays.asList(handlers), clock, new Random(1), RelayOptions.DEFAULT);
    }

    private void append(EventType type, String... ids) {
        hub.unitOfWork().forSystem(transaction -> {
            transaction
                    .outbox()
                    .append(Arrays.stream(ids)
                            .map(id -> new DomainEvent(type, id, Optional.empty(), Map.of()))
                            .toList());
            return true;
        });
    }

    private static void failOn(String poison, String id) {
        if (poison.equals(id)) {
            throw new IllegalStateException("poison");
        }
    }

    @Test
    void handsEachEventToEachHandlerInTheirOrder() {
        append(EventType.TENDER_CREATED, "a", "b");

        DrainResult result =
                relay(handler("one", id -> {}), handler("two", id -> {})).drain();

        assertThat(result).isEqualTo(new DrainResult(2, 0, 0, 0));
        assertThat(handled).containsExactly("one a", "one b", "two a", "two b");
        assertThat(hub.outboxQueue().depth()).isEqualTo(new OutboxDepth(0, 0, 2));
    }

    @Test
    void completesEventsThatNobodyIsInterestedIn() {
        append(EventType.COMPANY_UPDATED, "acme");

        assertThat(relay(handler("one", id -> {})).drain()).isEqualTo(new DrainResult(1, 0, 0, 0));
        assertThat(handled).isEmpty();
    }

    @Test
    void aPoisonEventDelaysNoOtherAndIsParkedAfterTenAttempts() {
        append(EventType.TENDER_CREATED, "a", "bad", "b");
        EventRelay relay = relay(handler("one", id -> failOn("bad", id)));

        DrainResult first = relay.drain();
        assertThat(first.completed()).isEqualTo(2);
        assertThat(handled).containsExactly("one a", "one b");

        long retried = first.retried();
        long parked = 0;
        for (int i = 0; i < 20; i++) {
            now = now.plus(Duration.ofHours(1));
            DrainResult next = relay.drain();
            retried += next.retried();
            parked += next.parked();
        }
        assertThat(retried).isEqualTo(9);
        assertThat(parked).isEqualTo(1);
        assertThat(hub.outboxQueue().depth()).isEqualTo(new OutboxDepth(0, 1, 2));
    }

    @Test
    void aFailureOfOneHandlerKeepsNoOtherFromTheEvent() {
        append(EventType.TENDER_CREATED, "bad");

        relay(handler("one", id -> failOn("bad", id)), handler("two", id -> {})).drain();

        assertThat(handled).containsExactly("two bad");
        assertThat(hub.outboxQueue().depth()).isEqualTo(new OutboxDepth(1, 0, 0));
    }

    @Test
    void countsAnEventAsLostWhoseLeaseRanOutWhileItWasHandled() {
        append(EventType.TENDER_CREATED, "a");
        EventRelay relay = relay(handler("slow", id -> {
            now = now.plus(Duration.ofMinutes(3));
            hub.outboxQueue().claim(1, Duration.ofMinutes(2));
        }));

        assertThat(relay.drain()).isEqualTo(new DrainResult(0, 0, 0, 1));
    }

    @Test
    void doesNothingAfterItWasStopped() {
        append(EventType.TENDER_CREATED, "a");
        EventRelay relay = relay(handler("one", id -> {}));
        relay.stop();

        assertThat(relay.drain()).isEqualTo(new DrainResult(0, 0, 0, 0));
        assertThat(hub.outboxQueue().depth().waiting()).isEqualTo(1);
    }
}
