package io.tenderhub.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenderhub.failure.ConflictException;
import io.tenderhub.failure.NotFoundException;
import io.tenderhub.schedule.Job;
import io.tenderhub.schedule.JobScheduler;
import io.tenderhub.schedule.JobStatus;
import io.tenderhub.schedule.Timing;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What {@link JobScheduler} promises. */
public abstract class JobSchedulerContract {
    private static final Instant START = Instant.parse("2026-11-21T08:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    /** The clock that the implementation under test is built with. */
    protected final MovableClock clock = new MovableClock(START);

    private final List<JobScheduler> nodes = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger runs = new AtomicInteger();

    /** Another node over the same store, which is empty at first; it looks for due jobs a few times a second. */
    protected abstract JobScheduler scheduler(List<Job> jobs);

    protected final JobScheduler node(Job... jobs) {
        JobScheduler node = scheduler(List.of(jobs));
        nodes.add(node);
        return node;
    }

    @AfterEach
    void closeNodes() {
        nodes.forEach(JobScheduler::close);
        threads.shutdownNow();
    }

    protected final Job hourly(String name, Supplier<String> work) {
        return new Job(name, "counts", new Timing.Every(HOUR), work);
    }

    private Job counting() {
        return hourly("count", () -> "run " + runs.incrementAndGet());
    }

    /** The status, once it is as wanted. */
    protected static JobStatus eventually(JobScheduler node, String name, Predicate<JobStatus> wanted)
            throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(Simultaneously.GUARD_SECONDS);
        while (System.nanoTime() < end) {
            JobStatus status = status(node, name);
            if (wanted.test(status)) {
                return status;
            }
            Thread.sleep(10);
        }
        throw new AssertionError(status(node, name).toString());
    }

    protected static JobStatus status(JobScheduler node, String name) {
        return node.jobs().stream()
                .filter(status -> status.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    protected static void await(CountDownLatch latch) {
        try {
            if (!latch.await(Simultaneously.GUARD_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("waited in vain");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private boolean isDue(JobStatus status) {
        return status.next().filter(next -> !next.isAfter(clock.instant())).isPresent();
    }

    @Test
    void listsJobsInTheirOrderAndKnowsTheirTimesFromTheStartOn() {
        Job nightly = new Job("z-nightly", "at two", new Timing.Daily(LocalTime.of(2, 0), ZoneOffset.UTC), () -> "");
        JobScheduler node = node(nightly, counting());

        assertThat(node.jobs()).extracting(JobStatus::name).containsExactly("z-nightly", "count");
        assertThat(node.jobs()).extracting(JobStatus::description).containsExactly("at two", "counts");
        assertThat(node.jobs()).allMatch(status -> status.next().isEmpty());
        node.start();

        assertThat(status(node, "z-nightly").next()).contains(Instant.parse("2026-11-22T02:00:00Z"));
        assertThat(status(node, "count").next()).contains(START.plus(HOUR));
        assertThat(status(node, "count").lastSuccess()).isEmpty();
        assertThat(status(node, "count").running()).isFalse();
    }

    @Test
    void doesADueJobOnceHoweverManyNodesRun() throws Exception {
        JobScheduler one = node(counting());
        JobScheduler other = node(counting());
        one.start();
        other.start();

        for (int round = 1; round <= 5; round++) {
            clock.advance(HOUR);
            JobStatus done = eventually(one, "count", status -> !isDue(status) && !status.running());

            assertThat(runs).hasValue(round);
            assertThat(done.lastSuccess()).contains(clock.instant());
            assertThat(done.next()).contains(clock.instant().plus(HOUR));
        }
    }

    @Test
    void doesNotDoWhatIsNotDue() throws Exception {
        AtomicInteger others = new AtomicInteger();
        Job later = new Job(
                "later", "in two hours", new Timing.Every(HOUR.multipliedBy(2)), () -> "" + others.incrementAndGet());
        JobScheduler node = node(later, counting());
        node.start();

        clock.advance(HOUR);
        eventually(node, "count", status -> status.lastSuccess().isPresent());

        assertThat(others).hasValue(0);
    }

    @Test
    void doesAJobByHandAndLeavesItsNextTime() {
        JobScheduler node = node(counting());
        node.start();
        clock.advance(Duration.ofMinutes(10));

        assertThat(node.runNow("count")).isEqualTo("run 1");

        JobStatus status = status(node, "count");
        assertThat(status.lastSuccess()).contains(clock.instant());
        assertThat(status.next()).contains(START.plus(HOUR));
        assertThat(status.running()).isFalse();
    }

    @Test
    void doesAJobByHandOnANodeThatIsNotStarted() {
        JobScheduler node = node(counting());

        assertThat(node.runNow("count")).isEqualTo("run 1");
        assertThat(node(counting()).jobs())
                .singleElement()
                .satisfies(status -> assertThat(status.lastSuccess()).contains(START));
    }

    @Test
    void keepsFailuresVisibleUntilASuccess() {
        AtomicBoolean broken = new AtomicBoolean(true);
        JobScheduler node = node(hourly("breaks", () -> {
            if (broken.get()) {
                throw new IllegalStateException("broken");
            }
            return "mended";
        }));

        assertThatThrownBy(() -> node.runNow("breaks")).hasMessage("broken");
        clock.advance(Duration.ofMinutes(1));
        assertThatThrownBy(() -> node.runNow("breaks")).hasMessage("broken");
        JobStatus failed = status(node, "breaks");
        assertThat(failed.consecutiveFailures()).isEqualTo(2);
        assertThat(failed.lastFailure()).contains(clock.instant());
        assertThat(failed.lastSuccess()).isEmpty();
        assertThat(failed.running()).isFalse();

        broken.set(false);
        assertThat(node.runNow("breaks")).isEqualTo("mended");
        JobStatus mended = status(node, "breaks");
        assertThat(mended.consecutiveFailures()).isZero();
        assertThat(mended.lastFailure()).isEqualTo(failed.lastFailure());
        assertThat(mended.lastSuccess()).contains(clock.instant());
    }

    @Test
    void triesAFailedJobAgainBeforeItsNextTime() throws Exception {
        Job breaksOnce = hourly("breaks-once", () -> {
            if (runs.incrementAndGet() == 1) {
                throw new IllegalStateException("broken");
            }
            return "mended";
        });
        JobScheduler node = node(breaksOnce);
        node.start();

        clock.advance(HOUR);
        JobStatus failed = eventually(node, "breaks-once", status -> status.consecutiveFailures() == 1);
        assertThat(failed.next()).contains(clock.instant().plus(Duration.ofMinutes(1)));
        clock.advance(Duration.ofMinutes(1));

        JobStatus mended =
                eventually(node, "breaks-once", status -> status.lastSuccess().isPresent());
        assertThat(mended.consecutiveFailures()).isZero();
        assertThat(mended.next()).contains(clock.instant().plus(HOUR));
    }

    @Test
    void refusesAJobThatItDoesNotKnow() {
        assertThatThrownBy(() -> node(counting()).runNow("nothing"))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("nothing");
    }

    @Test
    void refusesAJobThatIsBeingDoneElsewhere() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        JobScheduler one = node(hourly("long", () -> {
            begun.countDown();
            await(release);
            return "done at last";
        }));
        JobScheduler other = node(hourly("long", () -> "done elsewhere"));
        Future<String> running = threads.submit(() -> one.runNow("long"));
        await(begun);

        assertThat(status(other, "long").running()).isTrue();
        assertThatThrownBy(() -> other.runNow("long"))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("long");
        release.countDown();

        assertThat(running.get(Simultaneously.GUARD_SECONDS, TimeUnit.SECONDS)).isEqualTo("done at last");
        assertThat(other.runNow("long")).isEqualTo("done elsewhere");
    }

    @Test
    void doesOnceWhatWasMissedWhileNoNodeRan() throws Exception {
        JobScheduler before = node(counting());
        before.start();
        before.close();
        clock.advance(HOUR.multipliedBy(5));

        JobScheduler after = node(counting());
        after.start();
        JobStatus done =
                eventually(after, "count", status -> status.lastSuccess().isPresent());

        assertThat(runs).hasValue(1);
        assertThat(done.next()).contains(clock.instant().plus(HOUR));
    }

    @Test
    void takesEarlierTimesAtTheNextStart() {
        JobScheduler before = node(counting());
        before.start();
        before.close();

        JobScheduler after = node(new Job("count", "", new Timing.Every(Duration.ofMinutes(5)), () -> ""));
        after.start();

        assertThat(status(after, "count").next()).contains(START.plus(Duration.ofMinutes(5)));
    }

    @Test
    void letsARunningJobEndWhenItIsClosed() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        AtomicBoolean ended = new AtomicBoolean();
        JobScheduler node = node(hourly("long", () -> {
            begun.countDown();
            await(release);
            ended.set(true);
            return "";
        }));
        node.start();
        clock.advance(HOUR);
        await(begun);

        Future<?> closing = threads.submit(node::close);
        assertThat(closing.isDone()).isFalse();
        release.countDown();
        closing.get(Simultaneously.GUARD_SECONDS, TimeUnit.SECONDS);

        assertThat(ended).isTrue();
        assertThat(status(node(counting(), hourly("long", () -> "")), "long").lastSuccess())
                .contains(clock.instant());
    }

    @Test
    void doesNothingAnyMoreOnceItIsClosed() throws Exception {
        AtomicInteger closedRuns = new AtomicInteger();
        JobScheduler closed = node(hourly("count", () -> "" + closedRuns.incrementAndGet()));
        closed.start();
        closed.close();
        JobScheduler other = node(counting());
        other.start();

        clock.advance(HOUR);
        eventually(other, "count", status -> status.lastSuccess().isPresent());

        assertThat(closedRuns).hasValue(0);
        assertThat(runs).hasValue(1);
    }
}
