package io.tenderhub.redis;

import static io.tenderhub.redis.Answers.TAG;
import static io.tenderhub.redis.Answers.key;
import static io.tenderhub.redis.Answers.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tenderhub.analytics.SpendDimension;
import io.tenderhub.cache.Cache;
import io.tenderhub.failure.BreakerState;
import io.tenderhub.failure.UnavailableException;
import io.tenderhub.notification.Notification;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.RedisClient;

class OutageTest {
    @TempDir
    private Path folder;

    private final AtomicLong nanos = new AtomicLong();
    private TestRedis redis;
    private Line line;
    private RedisClient direct;
    private RedisClient overTheLine;

    @BeforeEach
    void start() throws IOException {
        redis = new TestRedis(folder);
        line = new Line(redis.port());
        direct = redis.client();
        overTheLine = TestRedis.clientOf(line.port(), 1000);
    }

    @AfterEach
    void stop() throws IOException {
        direct.close();
        overTheLine.close();
        line.close();
        redis.close();
    }

    @Test
    void readsGoToTheLoaderWhenRedisStopsAndComeBackWithIt() {
        Cache cache = TestRedis.adapterThatNeverPauses(direct).cache();
        assertThat(read(cache, key("a", TAG), 1)).isEqualTo(1);
        assertThat(read(cache, key("a", TAG), 2)).isEqualTo(1);

        redis.stop();
        assertThat(read(cache, key("a", TAG), 3)).isEqualTo(3);
        assertThat(read(cache, key("a", TAG), 4)).isEqualTo(4);
        assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> cache.invalidate(Set.of(TAG)));

        redis.startAgain();
        assertThat(read(cache, key("a", TAG), 5)).isEqualTo(5);
        assertThat(read(cache, key("a", TAG), 6)).isEqualTo(5);
        cache.invalidate(Set.of(TAG));
        assertThat(read(cache, key("a", TAG), 7)).isEqualTo(7);
    }

    @Test
    void anInvalidationThatDidNotReachRedisIsMadeUpBeforeThisProcessServesTheAnswer() {
        Cache cache = TestRedis.adapterThatNeverPauses(overTheLine).cache();
        Cache otherNode = TestRedis.adapterThatNeverPauses(direct).cache();
        assertThat(read(cache, key("a", TAG), 1)).isEqualTo(1);

        line.cut();
        assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> cache.invalidate(Set.of(TAG)));
        assertThat(read(cache, key("a", TAG), 2)).isEqualTo(2);
        assertThat(read(otherNode, key("a", TAG), 2))
                .as("what another node may serve until the invalidation is repeated")
                .isEqualTo(1);

        line.mend();
        assertThat(read(cache, key("a", TAG), 3)).isEqualTo(3);
        assertThat(read(otherNode, key("a", TAG), 4)).isEqualTo(3);
    }

    @Test
    void anInvalidationThatDidNotReachRedisEndsWhatThisProcessRemembersForCertain() {
        Cache cache = RedisAdapter.builder(overTheLine)
                .pause(1, Duration.ZERO)
                .lease(Duration.ofDays(1), () -> nanos.get())
                .build()
                .cache();
        assertThat(read(cache, key("a", TAG), 1)).isEqualTo(1);

        line.cut();
        assertThat(read(cache, key("a", TAG), 2)).as("remembered").isEqualTo(1);
        assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> cache.invalidate(Set.of(TAG)));
        assertThat(read(cache, key("a", TAG), 2)).isEqualTo(2);

        line.mend();
        nanos.incrementAndGet();
        assertThat(read(cache, key("a", TAG), 3)).isEqualTo(3);
        assertThat(read(cache, key("a", TAG), 4)).as("remembered").isEqualTo(3);
    }

    @Test
    void aRepeatedInvalidationReachesEveryNode() {
        Cache cache = TestRedis.adapterThatNeverPauses(overTheLine).cache();
        Cache otherNode = RedisAdapter.builder(direct).build().cache();
        read(cache, key("a", TAG), 1);
        line.cut();
        assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> cache.invalidate(Set.of(TAG)));

        line.mend();
        cache.invalidate(Set.of(TAG));

        assertThat(read(otherNode, key("a", TAG), 2)).isEqualTo(2);
    }

    @Test
    void readsGoToTheLoaderWhenRedisIsSlow() {
        Cache cache = TestRedis.adapterThatNeverPauses(overTheLine).cache();
        assertThat(read(cache, key("a", TAG), 1)).isEqualTo(1);

        line.stall();
        try {
            assertThat(read(cache, key("a", TAG), 2)).isEqualTo(2);
            assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> cache.invalidate(Set.of(TAG)));
        } finally {
            line.flow();
        }
        assertThat(read(cache, key("a", TAG), 3)).isEqualTo(3);
    }

    @Test
    void anAnswerLoadedWhileRedisWasLostIsNotServedAfterAnInvalidation() {
        Cache cache = TestRedis.adapterThatNeverPauses(overTheLine).cache();
        Cache otherNode = RedisAdapter.builder(direct).build().cache();

        Optional<Answers.Answer> old = cache.get(key("a", TAG), () -> {
            line.cut();
            otherNode.invalidate(Set.of(TAG));
            line.mend();
            return Optional.of(new Answers.Answer(1));
        });

        assertThat(old).contains(new Answers.Answer(1));
        assertThat(read(cache, key("a", TAG), 2)).isEqualTo(2);
        assertThat(read(otherNode, key("a", TAG), 3)).isEqualTo(2);
    }

    @Test
    void afterSomeFailuresReadsLeaveRedisAloneForTheLengthOfThePause() {
        RedisAdapter adapter = RedisAdapter.builder(overTheLine)
                .pause(2, Duration.ofDays(1))
                .lease(Duration.ZERO, System::nanoTime)
                .build();
        Cache cache = adapter.cache();
        read(cache, key("a", TAG), 1);
        assertThat(adapter.breaker()).isEqualTo(BreakerState.CLOSED);
        line.cut();
        read(cache, key("a", TAG), 2);
        read(cache, key("a", TAG), 3);
        line.mend();
        assertThat(adapter.breaker()).isEqualTo(BreakerState.OPEN);

        long asked = gets();
        assertThat(read(cache, key("a", TAG), 4)).isEqualTo(4);
        assertThat(gets()).isEqualTo(asked);

        cache.invalidate(Set.of(TAG));
        assertThat(read(cache, key("a", TAG), 5))
                .as("an invalidation found Redis back")
                .isEqualTo(5);
        assertThat(read(cache, key("a", TAG), 6)).isEqualTo(5);
        assertThat(adapter.breaker()).isEqualTo(BreakerState.CLOSED);
    }

    @Test
    void onePauseIsForAll() {
        RedisAdapter adapter =
                RedisAdapter.builder(overTheLine).pause(5, Duration.ofDays(1)).build();
        line.cut();
        Notification news = new Notification(1, "tender.updated", Optional.empty(), "ocds-1", Instant.EPOCH);
        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> adapter.popularTenders().top(5));
        assertThat(adapter.spendLeaderboard().top(SpendDimension.BUYER, "ZAR", 5))
                .isEmpty();
        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> adapter.notifications().publish(List.of(news)));
        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> adapter.locks().tryAcquire(Set.of("a"), Duration.ofMinutes(1)));
        assertThat(adapter.breaker()).isEqualTo(BreakerState.CLOSED);
        read(adapter.cache(), key("a", TAG), 1);
        assertThat(adapter.breaker()).isEqualTo(BreakerState.OPEN);

        line.mend();
        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> adapter.notifications().publish(List.of(news)))
                .withMessageContaining("left alone");
        adapter.close();
    }

    private long gets() {
        return CommandCounts.of(direct).getOrDefault("get", 0L);
    }
}
