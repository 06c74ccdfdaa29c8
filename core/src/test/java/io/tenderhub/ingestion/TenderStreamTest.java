package io.tenderhub.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenderhub.tender.Tender;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TenderStreamTest {
    private final Set<Thread> workers = ConcurrentHashMap.newKeySet();
    private final List<Reject> rejects = new ArrayList<>();

    private static ReleaseFeed feed(int tenders) {
        return new ListFeed(
                IntStream.range(0, tenders)
                        .mapToObj(
                                n -> Tender.builder("ocds-" + n, Instant.EPOCH).build())
                        .toList(),
                List.of());
    }

    @Test
    void handsOnResultsInInputOrderOnTheCallingThread() {
        List<String> results = new ArrayList<>();
        Thread caller = Thread.currentThread();

        FeedTotals totals = new TenderStream(feed(10_000), 4)
                .mapInOrder(
                        List.of(),
                        tender -> {
                            workers.add(Thread.currentThread());
                            return tender.ocid();
                        },
                        result -> {
                            assertThat(Thread.currentThread()).isSameAs(caller);
                            results.add(result);
                        },
                        rejects::add);

        assertThat(totals.tenders()).isEqualTo(10_000);
        assertThat(results)
                .containsExactlyElementsOf(
                        IntStream.range(0, 10_000).mapToObj(n -> "ocds-" + n).toList());
        assertThat(workers).doesNotContain(caller);
        assertThatTheWorkersEnd();
    }

    @Test
    void keepsOnlyAFewTendersUnderWay() {
        AtomicInteger begun = new AtomicInteger();
        AtomicInteger handedOn = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();

        new TenderStream(feed(50_000), 2)
                .mapInOrder(
                        List.of(),
                        tender -> {
                            int underWay = begun.incrementAndGet() - handedOn.get();
                            return most.accumulateAndGet(underWay, Math::max);
                        },
                        result -> handedOn.incrementAndGet(),
                        rejects::add);

        assertThat(most.get()).isLessThanOrEqualTo(64 * 2 * 4);
    }

    @Test
    void aFailureOfTheSinkEndsEverythingAndPassesThrough() {
        IllegalStateException failure = new IllegalStateException("pipe closed");

        assertThatThrownBy(() -> new TenderStream(feed(10_000), 3)
                        .mapInOrder(
                                List.of(),
                                tender -> {
                                    workers.add(Thread.currentThread());
                                    return tender;
                                },
                                result -> {
                                    throw failure;
                                },
                                rejects::add))
                .isSameAs(failure);
        assertThatTheWorkersEnd();
    }

    @Test
    void aFailureOfTheWorkEndsEverythingAndPassesThrough() {
        IllegalStateException failure = new IllegalStateException("no");

        assertThatThrownBy(() -> new TenderStream(feed(500), 3)
                        .mapInOrder(
                                List.of(),
                                tender -> {
                                    workers.add(Thread.currentThread());
                                    throw failure;
                                },
                                result -> {},
                                rejects::add))
                .isSameAs(failure);
        assertThatTheWorkersEnd();
    }

    private void assertThatTheWorkersEnd() {
        assertThat(workers).isNotEmpty().allSatisfy(worker -> {
            // A pool has ended a moment before its threads have.
            worker.join(60_000);
            assertThat(worker.isAlive()).isFalse();
        });
    }
}
