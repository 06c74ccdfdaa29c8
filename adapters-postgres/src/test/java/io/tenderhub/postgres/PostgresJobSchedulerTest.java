package io.tenderhub.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.tenderhub.contract.JobSchedulerContract;
import io.tenderhub.naming.NamePrefix;
import io.tenderhub.schedule.Job;
import io.tenderhub.schedule.JobScheduler;
import io.tenderhub.schedule.JobStatus;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PostgresJobSchedulerTest extends JobSchedulerContract {
    private static final SchedulerPace FAST =
            new SchedulerPace(Duration.ofMillis(50), Duration.ofMillis(50), Duration.ofSeconds(30));
    private final PostgresAdapter adapter = TestServer.shared().empty(prefix(), clock);

    NamePrefix prefix() {
        return NamePrefix.DEFAULT;
    }

    @Override
    protected JobScheduler scheduler(List<Job> jobs) {
        return adapter.scheduler(jobs, FAST);
    }

    /** A pool of its own, so that a node can be cut off from the database as if its process had died. */
    private HikariDataSource ownPool() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(TestServer.shared().url());
        config.setMaximumPoolSize(5);
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }

    private PostgresAdapter over(HikariDataSource pool) {
        return PostgresAdapter.builder(pool).prefix(prefix()).clock(clock).build();
    }

    @Test
    void takesUpTheJobOfANodeThatDied() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        AtomicInteger takenUp = new AtomicInteger();
        HikariDataSource pool = ownPool();
        JobScheduler dying = over(pool)
                .scheduler(
                        List.of(hourly("long", () -> {
                            begun.countDown();
                            await(never);
                            return "";
                        })),
                        FAST);
        try {
            dying.start();
            clock.advance(Duration.ofHours(1));
            await(begun);
            JobScheduler living = node(hourly("long", () -> "run " + takenUp.incrementAndGet()));
            living.start();
            assertThat(status(living, "long").running()).isTrue();

            pool.close();
            clock.advance(Duration.ofMinutes(10));
            JobStatus done =
                    eventually(living, "long", status -> status.lastSuccess().isPresent());

            assertThat(takenUp).hasValue(1);
            assertThat(done.lastFailure()).as("the death is kept as a failure").contains(clock.instant());
            assertThat(done.running()).isFalse();
        } finally {
            never.countDown();
            dying.close();
            pool.close();
        }
    }

    @Test
    void keepsAJobThatIsDoneByHandAliveByHeartbeats() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        JobScheduler hand = node(hourly("long", () -> {
            begun.countDown();
            await(release);
            return "";
        }));
        Thread running = new Thread(() -> hand.runNow("long"));
        running.start();
        await(begun);
        String beat = "SELECT last_heartbeat FROM " + new Names(prefix()).scheduledTasks();
        String first = TestServer.shared().texts(beat).get(0);
        clock.advance(Duration.ofMinutes(10));

        while (TestServer.shared().texts(beat).get(0).equals(first)) {
            Thread.sleep(10);
        }
        release.countDown();
        running.join();

        assertThat(status(hand, "long").lastSuccess()).contains(clock.instant());
    }

    @Test
    void takesAJobByHandFromANodeThatDied() {
        JobScheduler node = node(hourly("left", () -> "taken over"));
        node.runNow("left");
        TestServer.shared()
                .execute("UPDATE " + new Names(prefix()).scheduledTasks()
                        + " SET picked = true, picked_by = 'dead', last_heartbeat = '2026-11-20'");

        assertThat(node.runNow("left")).isEqualTo("taken over");
    }

    @Test
    void leavesNoThreadAndNoConnectionBehind() throws Exception {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        try (HikariDataSource pool = ownPool()) {
            CountDownLatch done = new CountDownLatch(1);
            JobScheduler node = over(pool)
                    .scheduler(
                            List.of(hourly("once", () -> {
                                done.countDown();
                                return "";
                            })),
                            FAST);
            node.start();
            clock.advance(Duration.ofHours(1));
            await(done);
            eventually(node, "once", status -> !status.running());
            node.runNow("once");
            node.close();

            assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
            // A thread that has been told to end takes a moment to do so.
            long guard = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            while (!newThreads(before).isEmpty() && System.nanoTime() < guard) {
                Thread.sleep(10);
            }
            assertThat(newThreads(before)).isEmpty();
        }
    }

    private static Set<String> newThreads(Set<Thread> before) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !before.contains(thread))
                .map(Thread::getName)
                .filter(name -> !name.startsWith("HikariPool"))
                .filter(name -> name.contains("scheduler") || name.contains("tenderhub"))
                .collect(Collectors.toSet());
    }

    @Test
    void isAtPeaceWithBeingClosedTwiceAndNeverStarted() {
        JobScheduler node = node(hourly("none", () -> ""));
        node.close();
        node.close();
    }
}
