package io.tenderhub.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenderhub.event.ClaimedEvent;
import io.tenderhub.event.DomainEvent;
import io.tenderhub.event.EventType;
import io.tenderhub.event.OutboxDepth;
import io.tenderhub.event.OutboxQueue;
import io.tenderhub.event.UnitOfWork;
import io.tenderhub.team.TeamId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
        return outboxQueue().claim(max, LEASE);
    }

    private ClaimedEvent claimOne() {
        List<ClaimedEvent> claimed = claim(1);
        assertThat(claimed).hasSize(1);
        return claimed.get(0);
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
    void leavesNothingOfATransactionThatIsRolledBack() {
        assertThatThrownBy(() -> unitOfWork().forSystem(transaction -> {
                    transaction.outbox().append(List.of(event("a")));
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(claim(10)).isEmpty();
        assertThat(outboxQueue().depth()).isEqualTo(new OutboxDepth(0, 0, 0));
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

        assertThat(outboxQueue().complete(claimOne())).isTrue();

        clock.advance(Duration.ofDays(30));
        assertThat(claim(1)).isEmpty();
        assertThat(outboxQueue().depth()).isEqualTo(new OutboxDepth(0, 0, 1));
    }

    @Test
    void anEventCanBeCompletedOnce() {
        append("a");
        ClaimedEvent claimed = claimOne();
        outboxQueue().complete(claimed);

        assertThat(outboxQueue().complete(claimed)).isFalse();
        assertThat(outboxQueue().retryLater(claimed, "late", clock.instant())).isFalse();
        assertThat(outboxQueue().park(claimed, "late")).isFalse();
        assertThat(outboxQueue().depth()).isEqualTo(new OutboxDepth(0, 0, 1));
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
        assertThat(outboxQueue().depth()).isEqualTo(new OutboxDepth(1, 1, 0));
    }

    @Test
    void whoLostTheLeaseChangesNothing() {
        append("a");
        ClaimedEvent lost = claimOne();
        clock.advance(LEASE);
        ClaimedEvent held = claimOne();

        assertThat(outboxQueue().complete(lost)).isFalse();
        assertThat(outboxQueue().retryLater(lost, "late", clock.instant())).isFalse();
        assertThat(outboxQueue().park(lost, "late")).isFalse();

        assertThat(outboxQueue().depth()).isEqualTo(new OutboxDepth(1, 0, 0));
        assertThat(claim(1)).isEmpty();
        assertThat(outboxQueue().complete(held)).isTrue();
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
        outboxQueue().complete(claimOne());
        outboxQueue().park(claimOne(), "it always fails");
        outboxQueue().retryLater(claimOne(), "it failed", clock.instant().plus(Duration.ofHours(1)));

        assertThat(outboxQueue().depth()).isEqualTo(new OutboxDepth(2, 1, 1));
        claim(1);
        assertThat(outboxQueue().depth()).isEqualTo(new OutboxDepth(2, 1, 1));
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
            outboxQueue().complete(first.get(0));
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
                batch.forEach(one -> assertThat(outboxQueue().complete(one)).isTrue());
                batch = claim(7);
            }
            return mine;
        });

        assertThat(perWorker.stream().flatMap(List::stream)).hasSize(2_000).doesNotHaveDuplicates();
        assertThat(outboxQueue().depth()).isEqualTo(new OutboxDepth(0, 0, 2_000));
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
                    batch.forEach(one -> outboxQueue().complete(one));
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
