package io.tenderhub.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenderhub.event.ClaimedEvent;
import io.tenderhub.event.DomainEvent;
import io.tenderhub.event.EventSelection;
import io.tenderhub.event.EventType;
import io.tenderhub.event.OutboxAdministration;
import io.tenderhub.event.OutboxDepth;
import io.tenderhub.event.OutboxEntry;
import io.tenderhub.event.OutboxEntry.State;
import io.tenderhub.event.OutboxQueue;
import io.tenderhub.event.OutboxSignal;
import io.tenderhub.event.UnitOfWork;
import io.tenderhub.team.TeamId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What {@link io.tenderhub.event.Outbox} and {@link OutboxQueue} promise. */
public abstract class OutboxContract {
    private static final Duration LEASE = Duration.ofMinutes(2);

    /** The clock that the implementation under test is built with. */
    protected final MovableClock clock = new MovableClock(Instant.parse("2026-11-21T08:00:00Z"));

    protected abstract UnitOfWork unitOfWork();

    protected abstract OutboxQueue outboxQueue();

    protected abstract OutboxAdministration administration();

    protected abstract OutboxSignal signal();

    private static DomainEvent event(String ocid) {
        return new DomainEvent(EventType.TENDER_CREATED, ocid, Optional.empty(), Map.of());
    }

    private void append(String... ocids) {
        unitOfWork().forSystem(transaction -> {
            transaction
                    .outbox()
                    .append(Arrays.stream(ocids).map(OutboxContract::event).toList());
            return true;
        });
    }

    private List<ClaimedEvent> claim(int max) {
        return outboxQueue().claim(max, LEASE, EventSelection.ALL);
    }

    private ClaimedEvent claimOne() {
        List<ClaimedEvent> claimed = claim(1);
        assertThat(claimed).hasSize(1);
        return claimed.get(0);
    }

    private void assertDepth(long waiting, long parked, long published) {
        assertThat(outboxQueue().depth())
                .extracting(OutboxDepth::waiting, OutboxDepth::parked, OutboxDepth::published)
                .containsExactly(waiting, parked, published);
    }

    private static List<String> ocids(List<ClaimedEvent> claimed) {
        return claimed.stream().map(one -> one.event().aggregateId()).toList();
    }

    @Test
    void handsOnEverythingThatAnEventSays() {
        DomainEvent event = new DomainEvent(
                EventType.COMPANY_UPDATED,
                "acme",
                Optional.of(new TeamId("acme")),
                Map.of("version", "3", "quote", "a \"b\" é"));
        unitOfWork().forTeam(new TeamId("acme"), transaction -> {
            transaction.outbox().append(List.of(event));
            return true;
        });

        ClaimedEvent claimed = claimOne();

        assertThat(claimed.event()).isEqualTo(event);
        assertThat(claimed.attempt()).isEqualTo(1);
        assertThat(claimed.token()).isNotBlank();
        assertThat(claimed.raised().raisedAt()).isEqualTo(clock.instant());
        assertThat(claimed.leasedUntil()).isEqualTo(clock.instant().plus(LEASE));
    }

    @Test
    void takesFromATeamNoEventsButItsOwn() {
        for (Optional<TeamId> whose : List.of(Optional.<TeamId>empty(), Optional.of(new TeamId("other")))) {
            assertThatThrownBy(() -> unitOfWork().forTeam(new TeamId("acme"), transaction -> {
                        transaction
                                .outbox()
                                .append(List.of(new DomainEvent(EventType.COMPANY_UPDATED, "x", whose, Map.of())));
                        return true;
                    }))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(outboxQueue().depth().waiting()).isZero();
    }

    @Test
    void leavesNothingOfATransactionThatIsRolledBack() {
        assertThatThrownBy(() -> unitOfWork().forSystem(transaction -> {
                    transaction.outbox().append(List.of(event("a")));
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(claim(10)).isEmpty();
        assertDepth(0, 0, 0);
    }

    @Test
    void handsOnNothingBeforeTheTransactionCommits() {
        unitOfWork().forSystem(transaction -> {
            transaction.outbox().append(List.of(event("a")));
            assertThat(claim(10)).isEmpty();
            return true;
        });

        assertThat(ocids(claim(10))).containsExactly("a");
    }

    @Test
    void appendsNothingAtAllWithoutComplaint() {
        append();

        assertThat(claim(10)).isEmpty();
    }

    @Test
    void claimsTheOldestFirstAndNoMoreThanAsked() {
        append("a", "b");
        append("c");

        List<ClaimedEvent> first = claim(2);
        List<ClaimedEvent> second = claim(2);

        assertThat(ocids(first)).containsExactly("a", "b");
        assertThat(ocids(second)).containsExactly("c");
        assertThat(first.get(0).id()).isLessThan(first.get(1).id());
        assertThat(first.get(1).id()).isLessThan(second.get(0).id());
        assertThat(claim(2)).isEmpty();
    }

    @Test
    void anEventIsDueAgainWhenItsLeaseRanOut() {
        append("a");
        ClaimedEvent first = claimOne();

        clock.advance(LEASE.minusMillis(1));
        assertThat(claim(1)).isEmpty();
        clock.advance(Duration.ofMillis(1));
        ClaimedEvent second = claimOne();

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.attempt()).isEqualTo(2);
        assertThat(second.token()).isNotEqualTo(first.token());
    }

    @Test
    void aCompletedEventIsNeverClaimedAgain() {
        append("a");

        assertThat(outboxQueue().complete(List.of(claimOne()))).isEqualTo(1);

        clock.advance(Duration.ofDays(30));
        assertThat(claim(1)).isEmpty();
        assertDepth(0, 0, 1);
    }

    @Test
    void anEventCanBeCompletedOnce() {
        append("a");
        ClaimedEvent claimed = claimOne();
        outboxQueue().complete(List.of(claimed));

        assertThat(outboxQueue().complete(List.of(claimed))).isZero();
        assertThat(outboxQueue().retryLater(claimed, "late", clock.instant())).isFalse();
        assertThat(outboxQueue().park(claimed, "late")).isFalse();
        assertDepth(0, 0, 1);
    }

    @Test
    void anEventGivenBackIsDueAtItsNextAttemptAndNotBefore() {
        append("a");
        Instant next = clock.instant().plus(Duration.ofMinutes(10));

        assertThat(outboxQueue().retryLater(claimOne(), "it failed", next)).isTrue();

        clock.advance(Duration.ofMinutes(10).minusMillis(1));
        assertThat(claim(1)).isEmpty();
        clock.advance(Duration.ofMillis(1));
        assertThat(claimOne().attempt()).isEqualTo(2);
    }

    @Test
    void anEventGivenBackMayBeDueAtOnce() {
        append("a");

        outboxQueue().retryLater(claimOne(), "it failed", clock.instant());

        assertThat(claimOne().attempt()).isEqualTo(2);
    }

    @Test
    void anEventThatIsNotYetDueHoldsUpNoOther() {
        append("a", "b");
        outboxQueue().retryLater(claimOne(), "it failed", clock.instant().plus(Duration.ofHours(1)));

        assertThat(ocids(claim(10))).containsExactly("b");
    }

    @Test
    void aParkedEventIsSetAside() {
        append("a", "b");

        assertThat(outboxQueue().park(claimOne(), "it always fails")).isTrue();

        clock.advance(Duration.ofDays(30));
        assertThat(ocids(claim(10))).containsExactly("b");
        assertDepth(1, 1, 0);
    }

    @Test
    void whoLostTheLeaseChangesNothing() {
        append("a");
        ClaimedEvent lost = claimOne();
        clock.advance(LEASE);
        ClaimedEvent held = claimOne();

        assertThat(outboxQueue().complete(List.of(lost))).isZero();
        assertThat(outboxQueue().retryLater(lost, "late", clock.instant())).isFalse();
        assertThat(outboxQueue().park(lost, "late")).isFalse();

        assertDepth(1, 0, 0);
        assertThat(claim(1)).isEmpty();
        assertThat(outboxQueue().complete(List.of(held))).isEqualTo(1);
    }

    @Test
    void takesErrorsOfAnyLength() {
        append("a");

        assertThat(outboxQueue().retryLater(claimOne(), "e\u0000".repeat(50_000), clock.instant()))
                .isTrue();

        assertThat(claim(1)).hasSize(1);
    }

    @Test
    void countsWaitingParkedAndPublishedEvents() {
        append("a", "b", "c", "d");
        outboxQueue().complete(List.of(claimOne()));
        outboxQueue().park(claimOne(), "it always fails");
        outboxQueue().retryLater(claimOne(), "it failed", clock.instant().plus(Duration.ofHours(1)));

        assertDepth(2, 1, 1);
        claim(1);
        assertDepth(2, 1, 1);
    }

    @Test
    void aRenewedLeaseLastsFromNowOn() {
        append("a", "b");
        List<ClaimedEvent> held = claim(2);
        clock.advance(LEASE.minusMillis(1));

        assertThat(outboxQueue().renew(List.of(held.get(0)), LEASE))
                .containsExactly(held.get(0).id());

        clock.advance(LEASE.minusMillis(1));
        assertThat(ocids(claim(10))).containsExactly("b");
        clock.advance(Duration.ofMillis(1));
        assertThat(ocids(claim(10))).containsExactly("a");
    }

    @Test
    void aLostLeaseCantBeRenewed() {
        append("a", "b");
        List<ClaimedEvent> lost = claim(2);
        clock.advance(LEASE);
        claimOne();

        assertThat(outboxQueue().renew(lost, LEASE))
                .as("the other one ran out, but nobody took it")
                .containsExactly(lost.get(1).id());
        assertThat(outboxQueue().renew(List.of(), LEASE)).isEmpty();
    }

    @Test
    void completesManyAtOnceAndLeavesThoseThatWereLost() {
        append("a", "b", "c");
        List<ClaimedEvent> claimed = claim(3);
        outboxQueue().retryLater(claimed.get(1), "it failed", clock.instant());
        ClaimedEvent again = claimOne();

        assertThat(outboxQueue().complete(claimed)).isEqualTo(2);

        assertDepth(1, 0, 2);
        assertThat(outboxQueue().complete(List.of(again))).isEqualTo(1);
        assertThat(outboxQueue().complete(List.of())).isZero();
    }

    @Test
    void anAttemptThatIsReleasedDoesNotCount() {
        append("a", "b");
        List<ClaimedEvent> claimed = claim(2);
        Instant next = clock.instant().plusSeconds(30);

        assertThat(outboxQueue().release(claimed, "the store is away", next)).isEqualTo(2);

        assertThat(claim(10)).isEmpty();
        clock.advance(Duration.ofSeconds(30));
        assertThat(claim(10)).extracting(ClaimedEvent::attempt).containsExactly(1, 1);
        assertThat(outboxQueue().release(claimed, "late", next)).isZero();
    }

    @Test
    void tellsHowLongTheOldestWaitingEventHasWaited() {
        assertThat(outboxQueue().depth().lag(clock.instant())).isZero();
        append("parked");
        outboxQueue().park(claimOne(), "it always fails");
        clock.advance(Duration.ofSeconds(5));
        append("a");
        clock.advance(Duration.ofSeconds(7));
        append("b");

        assertThat(outboxQueue().depth().lag(clock.instant())).hasSeconds(7);
        assertThat(outboxQueue().backlog()).isEqualTo(outboxQueue().depth().backlog());
        claim(1);
        assertThat(outboxQueue().depth().lag(clock.instant()))
                .as("what is held is not done")
                .hasSeconds(7);
    }

    @Test
    void claimsOnlyWhatIsSelected() {
        append("tender");
        unitOfWork().forTeam(new TeamId("acme"), transaction -> {
            transaction
                    .outbox()
                    .append(List.of(new DomainEvent(
                            EventType.COMPANY_UPDATED, "acme", Optional.of(new TeamId("acme")), Map.of())));
            return true;
        });
        Set<EventType> companies = Set.of(EventType.COMPANY_UPDATED);

        assertThat(ocids(outboxQueue().claim(10, LEASE, EventSelection.allBut(companies))))
                .containsExactly("tender");
        assertThat(ocids(outboxQueue().claim(10, LEASE, EventSelection.only(companies))))
                .containsExactly("acme");
        assertThat(outboxQueue().claim(10, LEASE, EventSelection.only(Set.of())))
                .isEmpty();
    }

    @Test
    void tellsListenersAtTheirBeginningAndWhenEventsAreCommitted() throws Exception {
        Semaphore calls = new Semaphore(0);
        OutboxSignal.Listening listening = signal().listen(calls::release);
        try {
            assertThat(calls.tryAcquire(Simultaneously.GUARD_SECONDS, TimeUnit.SECONDS))
                    .isTrue();
            append("a");
            assertThat(calls.tryAcquire(Simultaneously.GUARD_SECONDS, TimeUnit.SECONDS))
                    .isTrue();
        } finally {
            listening.close();
        }
        calls.drainPermits();

        append("b");

        assertThat(calls.availablePermits()).as("nobody listens any more").isZero();
    }

    @Test
    void showsEventsByWhatHasBecomeOfThem() {
        append("waits", "parked", "done");
        List<ClaimedEvent> claimed = claim(3);
        outboxQueue().retryLater(claimed.get(0), "not now", clock.instant().plusSeconds(9));
        outboxQueue().park(claimed.get(1), "it always fails");
        outboxQueue().complete(List.of(claimed.get(2)));

        OutboxEntry waiting = administration().list(State.WAITING, 0, 10).get(0);
        assertThat(waiting.aggregateId()).isEqualTo("waits");
        assertThat(waiting.type()).isEqualTo("tender.created");
        assertThat(waiting.attempts()).isEqualTo(1);
        assertThat(waiting.nextAttemptAt()).isEqualTo(clock.instant().plusSeconds(9));
        assertThat(waiting.leasedUntil()).isEmpty();
        assertThat(waiting.lastError()).contains("not now");
        assertThat(administration().list(State.PARKED, 0, 10))
                .singleElement()
                .satisfies(entry -> assertThat(entry.lastError()).contains("it always fails"));
        assertThat(administration().list(State.PUBLISHED, 0, 10))
                .singleElement()
                .satisfies(entry -> assertThat(entry.aggregateId()).isEqualTo("done"));
        assertThat(administration().find(waiting.id())).contains(waiting);
        assertThat(administration().find(987_654_321)).isEmpty();
    }

    @Test
    void pagesThroughEvents() {
        append("a", "b", "c");

        List<OutboxEntry> first = administration().list(State.WAITING, 0, 2);
        List<OutboxEntry> second =
                administration().list(State.WAITING, first.get(1).id(), 2);

        assertThat(first).extracting(OutboxEntry::aggregateId).containsExactly("a", "b");
        assertThat(second).extracting(OutboxEntry::aggregateId).containsExactly("c");
    }

    @Test
    void aRetriedEventIsDueAtOnceWithAllItsAttemptsBeforeIt() {
        append("parked", "delayed", "held", "done");
        List<ClaimedEvent> claimed = claim(4);
        outboxQueue().park(claimed.get(0), "it always fails");
        outboxQueue().retryLater(claimed.get(1), "not now", clock.instant().plus(Duration.ofHours(1)));
        outboxQueue().complete(List.of(claimed.get(3)));

        assertThat(administration().retry(claimed.stream().map(ClaimedEvent::id).toList()))
                .isEqualTo(2);

        List<ClaimedEvent> again = claim(10);
        assertThat(ocids(again)).containsExactly("parked", "delayed");
        assertThat(again).extracting(ClaimedEvent::attempt).containsExactly(1, 1);
    }

    @Test
    void retriesEveryParkedEvent() {
        append("a", "b", "c");
        List<ClaimedEvent> claimed = claim(3);
        outboxQueue().park(claimed.get(0), "x");
        outboxQueue().park(claimed.get(2), "x");

        assertThat(administration().retryParked()).isEqualTo(2);

        assertThat(ocids(claim(10))).containsExactly("a", "c");
        assertThat(administration().retryParked()).isZero();
    }

    @Test
    void purgesTheOldestPublishedEventsAndNoOthers() {
        append("a", "b", "c", "waits", "parked");
        List<ClaimedEvent> claimed = claim(5);
        outboxQueue().complete(claimed.subList(0, 1));
        clock.advance(Duration.ofSeconds(1));
        outboxQueue().complete(claimed.subList(1, 2));
        outboxQueue().park(claimed.get(4), "it always fails");
        clock.advance(Duration.ofSeconds(1));
        outboxQueue().complete(claimed.subList(2, 3));
        Instant before = clock.instant();

        assertThat(administration().purge(before, 1)).isEqualTo(1);
        assertThat(administration().list(State.PUBLISHED, 0, 10))
                .extracting(OutboxEntry::aggregateId)
                .containsExactly("b", "c");
        assertThat(administration().purge(before, 100)).isEqualTo(1);
        assertThat(administration().purge(before, 100)).isZero();

        assertDepth(1, 1, 1);
    }

    @Test
    void neverSkipsAnEventThatCommitsAfterALaterOne() throws Exception {
        CountDownLatch appended = new CountDownLatch(1);
        CountDownLatch overtaken = new CountDownLatch(1);
        ExecutorService late = Executors.newSingleThreadExecutor();
        try {
            Future<?> commit = late.submit(() -> unitOfWork().forSystem(transaction -> {
                transaction.outbox().append(List.of(event("late")));
                appended.countDown();
                return await(overtaken);
            }));
            await(appended);
            append("early");
            List<ClaimedEvent> first = claim(10);
            outboxQueue().complete(first);
            overtaken.countDown();
            commit.get(Simultaneously.GUARD_SECONDS, TimeUnit.SECONDS);

            assertThat(ocids(first)).containsExactly("early");
            assertThat(ocids(claim(10))).containsExactly("late");
        } finally {
            overtaken.countDown();
            late.shutdownNow();
        }
    }

    @Test
    void neverHandsOneEventToTwoOfManyClaimers() throws Exception {
        append(IntStream.range(0, 2_000).mapToObj(n -> "e" + n).toArray(String[]::new));

        List<List<String>> perWorker = Simultaneously.run(8, worker -> () -> {
            List<String> mine = new ArrayList<>();
            List<ClaimedEvent> batch = claim(7);
            while (!batch.isEmpty()) {
                mine.addAll(ocids(batch));
                assertThat(outboxQueue().complete(batch)).isEqualTo(batch.size());
                batch = claim(7);
            }
            return mine;
        });

        assertThat(perWorker.stream().flatMap(List::stream)).hasSize(2_000).doesNotHaveDuplicates();
        assertDepth(0, 0, 2_000);
    }

    @Test
    void losesAndDoublesNothingWhileManyAppendAndClaim() throws Exception {
        int writers = 6;
        int each = 50;
        AtomicInteger writing = new AtomicInteger(writers);

        List<List<String>> perThread = Simultaneously.run(writers + 6, thread -> () -> {
            List<String> claimed = new ArrayList<>();
            if (thread < writers) {
                for (int i = 0; i < each; i++) {
                    append("w" + thread + "-" + i);
                }
                writing.decrementAndGet();
            } else {
                boolean last = false;
                while (!last) {
                    last = writing.get() == 0;
                    List<ClaimedEvent> batch = claim(5);
                    claimed.addAll(ocids(batch));
                    outboxQueue().complete(batch);
                    last = last && batch.isEmpty();
                }
            }
            return claimed;
        });

        assertThat(perThread.stream().flatMap(List::stream))
                .hasSize(writers * each)
                .doesNotHaveDuplicates();
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(Simultaneously.GUARD_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
