package io.tenderhub.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.activity.Activity;
import io.tenderhub.failure.UnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchWriterTest {
    private static final List<Duration> PAUSES = List.of(Duration.ofMillis(1), Duration.ofMillis(1));
    private static final Duration LONG = Duration.ofMinutes(2);

    private final BlockingQueue<List<Activity>> written = new LinkedBlockingQueue<>();

    private BatchWriter<Activity> writer(ToIntFunction<List<Activity>> store, int mostWaiting) {
        return new BatchWriter<>("activities", store, mostWaiting, PAUSES, LONG);
    }

    private int keep(List<Activity> batch) {
        written.add(batch);
        return 0;
    }

    private static List<Activity> activities(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(n -> new Activity("a" + n, "test", Optional.empty(), "", Map.of(), Instant.EPOCH))
                .toList();
    }

    @Test
    void writesInBatchesAndInOrder() {
        BatchWriter<Activity> writer = writer(this::keep, 10_000);
        writer.add(activities(0, 1_234));
        writer.close();

        List<Activity> all = new ArrayList<>();
        written.forEach(all::addAll);
        assertThat(all).isEqualTo(activities(0, 1_234));
        assertThat(written).allSatisfy(batch -> assertThat(batch).hasSizeLessThanOrEqualTo(500));
        assertThat(writer.dropped()).isZero();
    }

    @Test
    void dropsAndCountsWhatDoesNotFitWhileTheStoreIsSlow() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        BatchWriter<Activity> writer = writer(
                batch -> {
                    begun.countDown();
                    await(goOn);
                    return keep(batch);
                },
                10);
        writer.add(activities(0, 1));
        begun.await();

        writer.add(activities(1, 9));
        writer.add(activities(9, 100));
        assertThat(writer.dropped()).isEqualTo(89);

        goOn.countDown();
        writer.close();
        assertThat(written).containsExactly(activities(0, 1), activities(1, 11));
    }

    @Test
    void triesAgainWhenTheStoreIsAwayForAMoment() {
        AtomicInteger tries = new AtomicInteger();
        BatchWriter<Activity> writer = writer(
                batch -> {
                    if (tries.incrementAndGet() < 3) {
                        throw new UnavailableException("MongoDB", "gone", null);
                    }
                    return keep(batch);
                },
                10);
        writer.add(activities(0, 5));
        writer.close();

        assertThat(written).containsExactly(activities(0, 5));
        assertThat(writer.dropped()).isZero();
    }

    @Test
    void dropsAfterThreeTriesAndWritesTheNextOnes() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        BatchWriter<Activity> writer = writer(
                batch -> {
                    if (tries.incrementAndGet() <= 3) {
                        throw new UnavailableException("MongoDB", "gone", null);
                    }
                    return keep(batch);
                },
                10);
        writer.add(activities(0, 5));
        while (tries.get() < 3) {
            Thread.onSpinWait();
        }
        writer.add(activities(5, 7));

        assertThat(written.poll(2, TimeUnit.MINUTES)).isEqualTo(activities(5, 7));
        assertThat(writer.dropped()).isEqualTo(5);
        writer.close();
    }

    @Test
    void outlivesAStoreThatRefusesAndCountsWhatItRefused() throws Exception {
        AtomicInteger batches = new AtomicInteger();
        BatchWriter<Activity> writer = writer(
                batch -> {
                    int number = batches.incrementAndGet();
                    if (number == 1) {
                        throw new IllegalStateException("not allowed");
                    }
                    keep(batch);
                    return number == 2 ? 1 : 0;
                },
                10);
        writer.add(activities(0, 5));
        while (batches.get() < 1) {
            Thread.onSpinWait();
        }
        writer.add(activities(5, 7));

        assertThat(written.poll(2, TimeUnit.MINUTES)).isEqualTo(activities(5, 7));
        writer.close();
        assertThat(writer.dropped()).isEqualTo(6);
    }

    @Test
    void waitsForWhatWasHandedOverBeforeAndNotForAStoreThatHangs() {
        BatchWriter<Activity> writer = writer(this::keep, 10_000);
        writer.add(activities(0, 700));
        writer.await(LONG);
        assertThat(written.stream().mapToInt(List::size).sum()).isEqualTo(700);
        writer.close();

        CountDownLatch never = new CountDownLatch(1);
        BatchWriter<Activity> hanging = new BatchWriter<>(
                "activities",
                batch -> {
                    await(never);
                    return 0;
                },
                10,
                PAUSES,
                Duration.ofMillis(1));
        hanging.add(activities(0, 1));
        hanging.await(Duration.ofMillis(2));
        hanging.close();
    }

    @Test
    void dropsWhatComesAfterTheEnd() {
        BatchWriter<Activity> writer = writer(this::keep, 10);
        writer.close();
        writer.add(activities(0, 3));
        writer.close();

        assertThat(written).isEmpty();
        assertThat(writer.dropped()).isEqualTo(3);
    }

    @Test
    void endsWithoutAStoreThatHangs() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        BatchWriter<Activity> writer = new BatchWriter<>(
                "activities",
                batch -> {
                    begun.countDown();
                    await(never);
                    throw new UnavailableException("MongoDB", "the call was interrupted", null);
                },
                10,
                PAUSES,
                Duration.ofMillis(20));
        writer.add(activities(0, 1));
        begun.await();
        writer.add(activities(1, 4));

        writer.close();

        long guard = System.nanoTime() + LONG.toNanos();
        while (writer.dropped() < 4 && System.nanoTime() < guard) {
            Thread.onSpinWait();
        }
        assertThat(writer.dropped()).isEqualTo(4);
    }

    /** As a driver does it: interrupted, it fails and leaves the mark. */
    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
