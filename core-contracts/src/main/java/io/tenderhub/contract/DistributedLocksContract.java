package io.tenderhub.contract;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tenderhub.lock.DistributedLocks;
import io.tenderhub.lock.HeldLock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What {@link DistributedLocks} promises. */
public abstract class DistributedLocksContract {
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final Duration BRIEF = Duration.ofMillis(50);

    protected abstract DistributedLocks locks();

    /** The locks as another node sees them: over the same store, sharing nothing else. */
    protected abstract DistributedLocks locksOfAnotherNode();

    @Test
    void givesEachFreeNameALock() {
        List<HeldLock> held = locks().tryAcquire(List.of("a", "b", "c"), LONG);

        assertThat(held).extracting(HeldLock::name).containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void givesAHeldNameToNobody() {
        acquire(locks(), "a", LONG);

        assertThat(locks().tryAcquire(List.of("a"), LONG)).isEmpty();
        assertThat(locksOfAnotherNode().tryAcquire(List.of("a"), LONG)).isEmpty();
    }

    @Test
    void givesTheFreeOnesOfManyNames() {
        acquire(locks(), "b", LONG);

        assertThat(locksOfAnotherNode().tryAcquire(List.of("a", "b", "c"), LONG))
                .extracting(HeldLock::name)
                .containsExactlyInAnyOrder("a", "c");
    }

    @Test
    void givesSomeHundredNamesAtOnce() {
        List<String> names = IntStream.range(0, 300).mapToObj(i -> "ocds-" + i).toList();
        List<HeldLock> held = locks().tryAcquire(names, LONG);
        assertThat(held).hasSize(300);

        locks().release(held);
        assertThat(locksOfAnotherNode().tryAcquire(names, LONG)).hasSize(300);
    }

    @Test
    void locksANameThatComesTwiceOnce() {
        assertThat(locks().tryAcquire(List.of("a", "a"), LONG)).hasSize(1);
    }

    @Test
    void givesNothingForNoNames() {
        assertThat(locks().tryAcquire(List.of(), LONG)).isEmpty();
        locks().release(List.of());
    }

    @Test
    void takesNamesOfAnyLettersAndLength() {
        List<String> names = List.of("", " ", "{a}", "{}", "a}:{b", "*", "a\nb", "工事 é", "\u0000", "x".repeat(20_000));
        List<HeldLock> held = locks().tryAcquire(names, LONG);

        assertThat(held).extracting(HeldLock::name).containsExactlyInAnyOrderElementsOf(names);
        assertThat(locksOfAnotherNode().tryAcquire(names, LONG)).isEmpty();
        locks().release(held);
        assertThat(locksOfAnotherNode().tryAcquire(names, LONG)).hasSameSizeAs(names);
    }

    @Test
    void refusesATimeBelowAMillisecond() {
        for (Duration time : List.of(Duration.ZERO, Duration.ofNanos(999_999), Duration.ofSeconds(-1))) {
            assertThatIllegalArgumentException().isThrownBy(() -> locks().tryAcquire(List.of("a"), time));
        }
        assertThat(locks().tryAcquire(List.of("a"), LONG)).hasSize(1);
    }

    @Test
    void aReleasedNameIsFreeAgain() {
        HeldLock first = acquire(locks(), "a", LONG);
        locks().release(List.of(first));
        HeldLock second = acquire(locksOfAnotherNode(), "a", LONG);

        assertThat(second.token()).isNotEqualTo(first.token());
        assertThat(second.fence()).isGreaterThan(first.fence());
    }

    @Test
    void anotherNodeMayReleaseWithTheToken() {
        HeldLock held = acquire(locks(), "a", LONG);
        locksOfAnotherNode().release(List.of(held));

        assertThat(locks().tryAcquire(List.of("a"), LONG)).hasSize(1);
    }

    @Test
    void aLockRunsOutAndItsOldHolderCanNotReleaseTheNextOne() {
        HeldLock first = acquire(locks(), "a", BRIEF);
        HeldLock second = acquireInTime(locksOfAnotherNode(), "a");
        assertThat(second.fence()).isGreaterThan(first.fence());

        locks().release(List.of(first));

        assertThat(locks().tryAcquire(List.of("a"), LONG)).isEmpty();
    }

    @Test
    void releasesOnlyThoseThatAreStillHeldByTheirTokens() {
        HeldLock old = acquire(locks(), "a", LONG);
        locks().release(List.of(old));
        acquire(locks(), "a", LONG);
        HeldLock other = acquire(locks(), "b", LONG);

        locks().release(List.of(old, other));

        assertThat(locks().tryAcquire(List.of("a", "b"), LONG))
                .extracting(HeldLock::name)
                .containsExactly("b");
    }

    @Test
    void oneOfManyHoldsANameAtATimeAndTheirFencesRise() throws Exception {
        int threads = 64;
        int turns = 400;
        DistributedLocks[] nodes = {locks(), locksOfAnotherNode()};
        AtomicInteger inside = new AtomicInteger();
        List<HeldLock> holders = new ArrayList<>();
        AtomicInteger taken = new AtomicInteger();

        Simultaneously.run(threads, thread -> () -> {
            DistributedLocks node = nodes[thread % 2];
            while (taken.get() < turns) {
                List<HeldLock> held = node.tryAcquire(Set.of("one"), LONG);
                if (!held.isEmpty()) {
                    assertThat(inside.incrementAndGet()).as("holders at once").isEqualTo(1);
                    holders.add(held.get(0));
                    taken.incrementAndGet();
                    inside.decrementAndGet();
                    node.release(held);
                }
            }
            return true;
        });

        assertThat(holders).hasSizeGreaterThanOrEqualTo(turns);
        assertThat(holders).extracting(HeldLock::token).doesNotHaveDuplicates();
        assertThat(holders).extracting(HeldLock::fence).isSorted().doesNotHaveDuplicates();
    }

    private static HeldLock acquire(DistributedLocks locks, String name, Duration timeToLive) {
        List<HeldLock> held = locks.tryAcquire(List.of(name), timeToLive);
        assertThat(held).as("the lock of " + name).hasSize(1);
        return held.get(0);
    }

    private static HeldLock acquireInTime(DistributedLocks locks, String name) {
        long guard = System.nanoTime() + SECONDS.toNanos(Simultaneously.GUARD_SECONDS);
        while (true) {
            List<HeldLock> held = locks.tryAcquire(List.of(name), LONG);
            if (!held.isEmpty()) {
                return held.get(0);
            }
            assertThat(System.nanoTime()).as("the lock outlives its time").isLessThan(guard);
        }
    }
}
