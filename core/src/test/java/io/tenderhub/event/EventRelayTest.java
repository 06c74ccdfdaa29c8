package io.tenderhub.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.failure.UnavailableException;
import io.tenderhub.memory.InMemoryHub;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EventRelayTest {
    private volatile Instant now = Instant.parse("2026-11-21T08:00:00Z");
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
    private final List<String> handled = Collections.synchronizedList(new ArrayList<>());

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
            public boolean takesLong() {
                return false;
            }

            @Override
            public void handle(List<RaisedEvent> events) {
                events.forEach(event -> work.accept(event.event().aggregateId()));
                events.forEach(event -> handled.add(name + " " + event.event().aggregateId()));
            }
        };
    }

    private EventRelay relay(EventHandler... handlers) {
        return relay(RelayOptions.DEFAULT, handlers);
    }

    private EventRelay relay(RelayOptions options, EventHandler... handlers) {
        return new EventRelay(
                hub.outboxQueue(), Arrays.asList(handlers), clock, new Random(1), options, RelayJournal.NONE);
    }

    private void assertDepth(long waiting, long parked, long published) {
        assertThat(hub.outboxQueue().depth())
                .extracting(OutboxDepth::waiting, OutboxDepth::parked, OutboxDepth::published)
                .containsExactly(waiting, parked, published);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static UnavailableException away() {
        return new UnavailableException("MongoDB at nowhere", "it is away", null);
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

        assertThat(result).isEqualTo(new DrainResult(2, 0, 0, 0, 0));
        assertThat(handled).containsExactly("one a", "one b", "two a", "two b");
        assertDepth(0, 0, 2);
    }

    @Test
    void completesEventsThatNobodyIsInterestedIn() {
        append(EventType.COMPANY_UPDATED, "acme");

        assertThat(relay(handler("one", id -> {})).drain()).isEqualTo(new DrainResult(1, 0, 0, 0, 0));
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
        assertDepth(0, 1, 2);
    }

    @Test
    void aFailureOfOneHandlerKeepsNoOtherFromTheEvent() {
        append(EventType.TENDER_CREATED, "bad");

        relay(handler("one", id -> failOn("bad", id)), handler("two", id -> {})).drain();

        assertThat(handled).containsExactly("two bad");
        assertDepth(1, 0, 0);
    }

    @Test
    void countsAnEventAsLostWhoseLeaseRanOutWhileItWasHandled() {
        append(EventType.TENDER_CREATED, "a");
        EventRelay relay = relay(RelayOptions.DEFAULT.withThreads(1), handler("slow", id -> {
            now = now.plus(Duration.ofMinutes(3));
            hub.outboxQueue().claim(1, Duration.ofMinutes(2), EventSelection.ALL);
        }));

        assertThat(relay.drain()).isEqualTo(new DrainResult(0, 0, 0, 0, 1));
    }

    @Test
    void doesNothingAfterItWasStopped() {
        append(EventType.TENDER_CREATED, "a");
        EventRelay relay = relay(handler("one", id -> {}));
        relay.stop();

        assertThat(relay.drain()).isEqualTo(new DrainResult(0, 0, 0, 0, 0));
        assertThat(hub.outboxQueue().depth().waiting()).isEqualTo(1);
    }

    @Test
    void aSlowEventDelaysNoOtherOfItsBatch() {
        append(EventType.TENDER_CREATED, "slow", "a", "b");
        CountDownLatch othersDone = new CountDownLatch(2);
        EventHandler waits = handler("one", id -> {
            if (id.equals("slow")) {
                await(othersDone);
            }
        });
        EventHandler counts = handler("two", id -> {
            if (!id.equals("slow")) {
                othersDone.countDown();
            }
        });

        DrainResult result = relay(RelayOptions.DEFAULT.withPatience(Duration.ofMillis(20)), waits, counts)
                .drain();

        assertThat(result).isEqualTo(new DrainResult(3, 0, 0, 0, 0));
    }

    @Test
    void eventsThatTakeLongLeaveThreadsToTheOthers() {
        CountDownLatch quickDone = new CountDownLatch(1);
        EventHandler slow = new EventHandler() {
            @Override
            public String name() {
                return "slow";
            }

            @Override
            public Set<EventType> handles() {
                return Set.of(EventType.COMPANY_UPDATED);
            }

            @Override
            public boolean takesLong() {
                return true;
            }

            @Override
            public void handle(List<RaisedEvent> events) {
                assertThat(events).as("one by one").hasSize(1);
                await(quickDone);
            }
        };
        append(EventType.COMPANY_UPDATED, "a", "b", "c", "d", "e", "f");
        append(EventType.TENDER_CREATED, "quick");

        DrainResult result = relay(RelayOptions.DEFAULT.withThreads(2), slow, handler("one", id -> {
                    quickDone.countDown();
                }))
                .drain();

        assertThat(result.completed()).isEqualTo(7);
    }

    @Test
    void aStoreThatIsAwayIsNoFailureOfTheEventsThatNeedIt() {
        append(EventType.TENDER_CREATED, "a", "b", "c");
        AtomicBoolean away = new AtomicBoolean(true);
        EventRelay relay = relay(handler("one", id -> {
            if (away.get()) {
                throw away();
            }
        }));

        for (int hour = 0; hour < 30; hour++) {
            DrainResult result = relay.drain();
            assertThat(result).isEqualTo(new DrainResult(0, 0, 3, 0, 0));
            now = now.plus(Duration.ofHours(1));
        }
        away.set(false);

        assertThat(relay.drain()).isEqualTo(new DrainResult(3, 0, 0, 0, 0));
    }

    @Test
    void anOutageIsNoticedWithoutTryingEveryEvent() {
        append(EventType.TENDER_CREATED, "a", "b", "c", "d", "e", "f");
        AtomicInteger calls = new AtomicInteger();

        relay(handler("one", id -> {
                    calls.incrementAndGet();
                    throw away();
                }))
                .drain();

        assertThat(calls).hasValue(2);
    }

    @Test
    void anEventThatMakesAStoreLookAwayIsFoundOutAmongOthers() {
        append(EventType.TENDER_CREATED, "a", "b", "c", "bad");
        EventRelay relay = relay(handler("one", id -> {
            if (id.equals("bad")) {
                throw away();
            }
        }));

        DrainResult first = relay.drain();
        now = now.plus(Duration.ofHours(1));
        DrainResult second = relay.drain();

        assertThat(first.completed() + second.completed()).isEqualTo(3);
        assertThat(hub.outboxQueue().depth().waiting()).isEqualTo(1);
    }

    @Test
    void whatHasToWaitIsPutOffAndTheOthersAreDone() {
        append(EventType.TENDER_CREATED, "locked", "a");
        EventHandler lock = handler("lock", id -> {
            if (id.equals("locked")) {
                throw new NotYetException(Set.of("locked"), "somebody else has it", Duration.ofSeconds(2));
            }
        });

        assertThat(relay(lock).drain()).isEqualTo(new DrainResult(1, 0, 1, 0, 0));
        now = now.plusSeconds(3);
        assertThat(relay(handler("free", id -> {})).drain()).isEqualTo(new DrainResult(1, 0, 0, 0, 0));
    }

    @Test
    void anEventThatKeepsEndingItsWorkerIsParked() {
        append(EventType.TENDER_CREATED, "killer", "a");
        for (int claim = 0; claim < 20; claim++) {
            hub.outboxQueue().claim(1, Duration.ofMinutes(4), EventSelection.ALL);
            now = now.plus(Duration.ofMinutes(4));
        }

        assertThat(relay(handler("one", id -> {})).drain()).isEqualTo(new DrainResult(1, 0, 0, 1, 0));

        assertThat(handled).containsExactly("one a");
    }

    @Test
    void workersThatKeepDyingForAWhileParkNoEvent() {
        append(EventType.TENDER_CREATED, "long");
        for (int claim = 0; claim < 30; claim++) {
            hub.outboxQueue().claim(1, Duration.ofMinutes(1), EventSelection.ALL);
            now = now.plus(Duration.ofMinutes(1));
        }

        assertThat(relay(handler("one", id -> {})).drain()).isEqualTo(new DrainResult(1, 0, 0, 0, 0));
    }

    @Test
    void anEventThatKeepsEndingItsWorkerTakesNoOthersWithIt() {
        String[] ids = IntStream.range(0, 50).mapToObj(i -> "e" + i).toArray(String[]::new);
        append(EventType.TENDER_CREATED, ids);
        EventRelay relay = relay(handler("one", id -> {
            if (id.equals("e0")) {
                throw new LinkageError("what ends a thread, and leaves its events as a killed process does");
            }
        }));

        for (int lease = 0; lease < 25; lease++) {
            relay.drain();
            now = now.plus(Duration.ofMinutes(3));
        }

        assertDepth(0, 1, 49);
    }

    @Test
    void anOutageThatBeginsAmongTheEventsOfABatchIsNoFailureOfTheirs() {
        append(EventType.TENDER_CREATED, "a", "b", "c", "poison");
        AtomicInteger calls = new AtomicInteger();
        EventRelay relay = relay(handler("one", id -> {
            failOn("poison", id);
            // Each of the batch before the poison, the first one alone, and then the store is gone.
            if (calls.incrementAndGet() > 4) {
                throw away();
            }
        }));

        assertThat(relay.drain()).isEqualTo(new DrainResult(1, 1, 2, 0, 0));
    }

    @Test
    void renewsTheLeasesOfWhatTakesLongerThanThem() {
        append(EventType.TENDER_CREATED, "a");
        Duration lease = Duration.ofMillis(300);
        Renewals queue = new Renewals(hub.outboxQueue());
        EventHandler longer = handler("longer", id -> {
            for (int renewal = 0; renewal < 5; renewal++) {
                // Time goes on only when a lease was renewed, so that a slow machine does not end it.
                queue.await();
                now = now.plus(lease.multipliedBy(2).dividedBy(3));
                assertThat(hub.outboxQueue().claim(1, lease, EventSelection.ALL))
                        .as("nobody else gets it")
                        .isEmpty();
            }
        });

        DrainResult result = new EventRelay(
                        queue,
                        List.of(longer),
                        clock,
                        new Random(1),
                        RelayOptions.DEFAULT.withLease(lease).withThreads(1),
                        RelayJournal.NONE)
                .drain();

        assertThat(result).isEqualTo(new DrainResult(1, 0, 0, 0, 0));
    }

    /** Tells when leases were renewed. */
    private record Renewals(OutboxQueue queue, Semaphore renewed) implements OutboxQueue {
        Renewals(OutboxQueue queue) {
            this(queue, new Semaphore(0));
        }

        void await() {
            renewed.drainPermits();
            try {
                assertThat(renewed.tryAcquire(60, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public Set<Long> renew(Collection<ClaimedEvent> events, Duration lease) {
            Set<Long> held = queue.renew(events, lease);
            renewed.release();
            return held;
        }

        @Override
        public List<ClaimedEvent> claim(int max, Duration lease, EventSelection selection) {
            return queue.claim(max, lease, selection);
        }

        @Override
        public int complete(Collection<ClaimedEvent> events) {
            return queue.complete(events);
        }

        @Override
        public boolean retryLater(ClaimedEvent event, String error, Instant nextAttempt) {
            return queue.retryLater(event, error, nextAttempt);
        }

        @Override
        public int release(Collection<ClaimedEvent> events, String reason, Instant nextAttempt) {
            return queue.release(events, reason, nextAttempt);
        }

        @Override
        public boolean park(ClaimedEvent event, String error) {
            return queue.park(event, error);
        }

        @Override
        public OutboxDepth depth() {
            return queue.depth();
        }
    }

    @Test
    void worksAsSoonAsEventsAreCommittedAndCutsNoHandlerOffAtItsEnd() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        EventRelay relay = relay(RelayOptions.DEFAULT.withPoll(Duration.ofHours(1)), handler("one", id -> {
            begun.countDown();
            await(stopped);
        }));
        List<DrainResult> results = Collections.synchronizedList(new ArrayList<>());
        Thread worker = new Thread(() -> results.add(relay.work(hub.outboxSignal())));
        worker.start();

        append(EventType.TENDER_CREATED, "a");
        await(begun);
        append(EventType.TENDER_CREATED, "b");
        relay.stop();
        stopped.countDown();
        worker.join(60_000);

        assertThat(results)
                .singleElement()
                .satisfies(result -> assertThat(result.completed()).isGreaterThanOrEqualTo(1));
        assertThat(handled).contains("one a");
        DrainResult rest = relay(handler("rest", id -> {})).drain();
        assertThat(results.get(0).completed() + rest.completed())
                .as("nothing is held back by a worker that has ended")
                .isEqualTo(2);
    }
}
