package io.tenderhub.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.tenderhub.failure.UnavailableException;
import io.tenderhub.lock.DistributedLocks;
import io.tenderhub.lock.HeldLock;
import io.tenderhub.naming.NamePrefix;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.params.SetParams;

/** What becomes of locks whose holders, or whose server, went away. */
class LocksOfTheDeadTest {
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final Duration OWNER_LIVES = Duration.ofSeconds(3);
    private static final List<String> A = List.of("a");

    @TempDir
    private Path folder;

    private final RedisKeys keys = new RedisKeys(NamePrefix.DEFAULT);
    private TestRedis redis;
    private Line line;
    private RedisClient direct;
    private RedisClient overTheLine;
    /** Of a node whose connection can be cut, which is all that others see of its death. */
    private RedisLocks mortal;

    private RedisLocks other;

    @BeforeEach
    void start() throws IOException {
        redis = new TestRedis(folder);
        line = new Line(redis.port());
        direct = redis.client();
        overTheLine = TestRedis.clientOf(line.port(), 1000);
        mortal = locksOver(overTheLine);
        other = locksOver(direct);
    }

    private RedisLocks locksOver(UnifiedJedis client) {
        Breaker never = new Breaker("Redis", 1, Duration.ZERO, Clock.systemUTC());
        return new RedisLocks(new RedisCalls(client, "Redis", never), keys, OWNER_LIVES);
    }

    @AfterEach
    void stop() throws IOException {
        mortal.close();
        other.close();
        direct.close();
        overTheLine.close();
        line.close();
        redis.close();
    }

    @Test
    void aDeadHoldersLocksAreTakenOverLongBeforeTheyRunOut() {
        HeldLock old = mortal.tryAcquire(A, LONG).get(0);
        assertThat(other.tryAcquire(A, LONG)).isEmpty();
        line.cut();

        HeldLock taken = acquired(other);
        assertThat(taken.fence()).isGreaterThan(old.fence());
        assertThat(direct.pttl(keys.lock("a"))).isGreaterThan(LONG.toMillis() / 2);
    }

    @Test
    void aHolderThatComesBackFromTheDeadReleasesNothing() {
        List<HeldLock> old = mortal.tryAcquire(A, LONG);
        line.cut();
        HeldLock taken = acquired(other);

        line.mend();
        mortal.release(old);

        assertThat(direct.get(keys.lock("a"))).isEqualTo(taken.token());
        assertThat(mortal.tryAcquire(A, LONG)).isEmpty();
    }

    @Test
    void aLivingHoldersLockOutlivesManyRenewals() {
        mortal.tryAcquire(A, LONG);
        String ownerKey = direct.keys("tenderhub:lock-owner:*").iterator().next();
        for (int renewal = 0; renewal < 3; renewal++) {
            direct.set(ownerKey, "waits for renewal", SetParams.setParams().keepTtl());
            until(() -> {
                assertThat(other.tryAcquire(A, LONG)).isEmpty();
                return "lives".equals(direct.get(ownerKey));
            });
        }
    }

    @Test
    void aHolderWhoseAdapterIsClosedLeavesItsLocksToTheNext() {
        mortal.tryAcquire(A, LONG);
        mortal.close();

        assertThat(other.tryAcquire(A, LONG)).hasSize(1);
        assertThatIllegalStateException().isThrownBy(() -> mortal.tryAcquire(A, LONG));
    }

    @Test
    void fencesRiseThoughTheServerHasLostEverything() {
        long last = 0;
        for (int loss = 0; loss < 20; loss++) {
            HeldLock held = other.tryAcquire(A, LONG).get(0);
            assertThat(held.fence()).isGreaterThan(last);
            last = held.fence();
            direct.flushAll();
        }
    }

    @Test
    void fencesRiseThoughTheServersClockIsBehindTheLastOne() {
        direct.set(keys.fence("a"), "4000000000000001");

        List<HeldLock> first = other.tryAcquire(A, LONG);
        assertThat(first).extracting(HeldLock::fence).containsExactly(4000000000000002L);
        other.release(first);
        assertThat(other.tryAcquire(A, LONG)).extracting(HeldLock::fence).containsExactly(4000000000000003L);
    }

    @Test
    void aLockTakenAfterTheServerLostEverythingIsNotTakenOver() {
        mortal.tryAcquire(A, LONG);
        direct.flushAll();
        mortal.tryAcquire(Set.of("b"), LONG);

        assertThat(other.tryAcquire(Set.of("b"), LONG)).isEmpty();
    }

    @Test
    void aReleaseWhileRedisIsAwayIsMadeUpWhenItIsBack() {
        List<HeldLock> held = mortal.tryAcquire(A, LONG);
        line.cut();
        mortal.release(held);
        assertThat(direct.exists(keys.lock("a"))).isTrue();

        line.mend();
        until(() -> !direct.exists(keys.lock("a")));
    }

    @Test
    void withoutRedisThereAreNoLocks() {
        line.cut();
        assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> mortal.tryAcquire(A, LONG));

        line.mend();
        assertThat(acquired(mortal).name()).isEqualTo("a");
    }

    @Test
    void aLockWhoseHolderNeverHeardOfItIsFreedWhileTheHolderLives() {
        mortal.tryAcquire(Set.of("warm"), LONG);
        line.swallowAnswers();
        assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> mortal.tryAcquire(A, LONG));
        assertThat(direct.exists(keys.lock("a"))).as("the server gave the lock").isTrue();

        line.mend();
        until(() -> !direct.exists(keys.lock("a")));
        assertThat(direct.exists(keys.lock("warm"))).isTrue();
    }

    private static HeldLock acquired(DistributedLocks locks) {
        HeldLock[] held = new HeldLock[1];
        until(() -> {
            List<HeldLock> now = locks.tryAcquire(A, LONG);
            now.forEach(lock -> held[0] = lock);
            return !now.isEmpty();
        });
        return held[0];
    }

    private static void until(BooleanSupplier done) {
        long guard = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it never comes").isLessThan(guard);
            Thread.onSpinWait();
        }
    }
}
