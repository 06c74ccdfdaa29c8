package io.tenderhub.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tenderhub.contract.Simultaneously;
import io.tenderhub.failure.UnavailableException;
import io.tenderhub.quota.RateLimit;
import io.tenderhub.quota.RatePermit;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.RedisClient;

class RateWindowsTest {
    private static final String KEY = "tenderhub:rate:{user%3Ajo}:search";
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    private final AtomicLong nanos = new AtomicLong();
    private TwoNodes nodes;
    private RedisClient client;
    private List<RedisRateLimiter> limiters;

    @BeforeEach
    void start() {
        nodes = TwoNodes.underTheDefaultPrefix(folder);
        client = nodes.firstClient;
        RedisKeys keys = new RedisKeys(nodes.prefix);
        limiters = List.of(
                new RedisRateLimiter(TwoNodes.calls(nodes.firstClient), keys, nanos::get),
                new RedisRateLimiter(TwoNodes.calls(nodes.secondClient), keys, nanos::get));
    }

    @AfterEach
    void stop() {
        nodes.close();
    }

    /** By the times that the server reckoned with. */
    private record Grant(long at, int most, long window) {}

    @Test
    void noWindowHoldsMoreThanTheLimitWhereverItBegins() throws Exception {
        RateLimit limit = new RateLimit(20, Duration.ofMillis(40));
        List<Grant> grants = grantsOf64Threads(Duration.ofSeconds(2), random -> limit);

        assertThat(grants).as("many windows").hasSizeGreaterThan(100);
        for (int i = 0; i + 20 < grants.size(); i++) {
            assertThat(grants.get(i + 20).at() - grants.get(i).at())
                    .as("from grant %s to the twentieth behind it", i)
                    .isGreaterThanOrEqualTo(40_000);
        }
    }

    @Test
    void norWhereLimitsAndWindowsChangeAllTheTime() throws Exception {
        List<RateLimit> limits = List.of(
                new RateLimit(20, Duration.ofMillis(40)),
                new RateLimit(5, Duration.ofMillis(40)),
                new RateLimit(30, Duration.ofMillis(100)),
                new RateLimit(2, Duration.ofMillis(5)));
        List<Grant> grants =
                grantsOf64Threads(Duration.ofSeconds(2), random -> limits.get(random.nextInt(limits.size())));

        assertThat(grants).hasSizeGreaterThan(60);
        for (int i = 0; i < grants.size(); i++) {
            Grant last = grants.get(i);
            long counted = grants.subList(0, i + 1).stream()
                    .filter(grant -> last.at() - grant.at() < Math.min(last.window(), grant.window()))
                    .count();
            assertThat(counted).as("counted at grant %s, %s", i, last).isLessThanOrEqualTo(last.most());
        }
    }

    private interface Limits {
        RateLimit next(Random random);
    }

    private List<Grant> grantsOf64Threads(Duration time, Limits limits) throws Exception {
        Instant end = ServerTime.of(client).plus(time);
        long endMicros = ChronoUnit.MICROS.between(Instant.EPOCH, end);
        return Simultaneously.run(64, thread -> () -> {
                    Random random = new Random(thread);
                    List<Grant> mine = new ArrayList<>();
                    long now = 0;
                    while (now < endMicros) {
                        RateLimit limit = limits.next(random);
                        RedisRateLimiter.Answer answer =
                                limiters.get(thread % 2).answer("user:jo", "search", limit);
                        now = answer.micros();
                        if (answer.permit().granted()) {
                            mine.add(new Grant(now, limit.most(), limit.window().toNanos() / 1_000));
                        }
                    }
                    return mine;
                })
                .stream()
                .flatMap(Collection::stream)
                .sorted(Comparator.comparingLong(Grant::at))
                .toList();
    }

    @Test
    void oneMayAgainTheVeryMicrosecondThatIsTold() {
        RateLimit one = new RateLimit(1, Duration.ofMillis(30));
        for (int i = 0; i < 20; i++) {
            RedisRateLimiter.Answer granted = answer(one);
            while (!granted.permit().granted()) {
                granted = answer(one);
            }
            RedisRateLimiter.Answer next = answer(one);
            while (!next.permit().granted()) {
                long wait = next.permit().retryAfter().toNanos() / 1_000;
                assertThat(next.micros() + wait).isEqualTo(granted.micros() + 30_000);
                next = answer(one);
            }
            assertThat(next.micros()).isGreaterThanOrEqualTo(granted.micros() + 30_000);
        }
    }

    @Test
    void whatWasGrantedBeforeIsCountedToTheMicrosecond() {
        Instant now = ServerTime.of(client);
        for (int seconds : new int[] {90, 61, 60, 59, 30, 1}) {
            grantedAt(now.minusSeconds(seconds), MINUTE.multipliedBy(2));
        }

        assertThat(answer(new RateLimit(6, MINUTE)).permit())
                .as("59, 30 and 1 second ago, and now")
                .isEqualTo(new RatePermit(true, 2, Duration.ZERO));
        RatePermit refused = answer(new RateLimit(3, MINUTE)).permit();
        assertThat(refused.granted()).isFalse();
        assertThat(refused.retryAfter()).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(30));
        assertThat(answer(new RateLimit(8, MINUTE.multipliedBy(2))).permit().remaining())
                .isZero();
    }

    @Test
    void aKeyRunsOutByItself() {
        answer(new RateLimit(2, Duration.ofSeconds(10)));
        assertThat(client.pttl(KEY)).isBetween(10_000L, 11_000L);
        answer(new RateLimit(2, MINUTE));
        assertThat(client.pttl(KEY)).isBetween(60_000L, 61_000L);
        answer(new RateLimit(9, Duration.ofSeconds(10)));
        assertThat(client.pttl(KEY)).as("which a minute's grant needs").isBetween(60_000L, 61_000L);
    }

    @Test
    void aListDoesNotGrowBeyondWhatCounts() {
        RateLimit limit = new RateLimit(5, Duration.ofMillis(1));
        for (int i = 0; i < 3_000; i++) {
            answer(limit);
        }
        assertThat(client.llen(KEY)).isLessThanOrEqualTo(10);
        for (int i = 0; i < 3_000; i++) {
            answer(new RateLimit(5, MINUTE));
        }
        assertThat(client.llen(KEY)).isLessThanOrEqualTo(10);
    }

    @Test
    void aClockThatWasSetBackALittleIsWaitedFor() {
        Instant ahead = ServerTime.of(client).plusSeconds(10);
        grantedAt(ahead, MINUTE);

        assertThat(answer(new RateLimit(1, MINUTE)).permit().retryAfter())
                .isBetween(Duration.ofSeconds(65), Duration.ofSeconds(70));
        RedisRateLimiter.Answer granted = answer(new RateLimit(3, MINUTE));
        assertThat(granted.permit()).matches(permit -> permit.granted() && permit.remaining() == 1);
        assertThat(granted.micros()).isEqualTo(ChronoUnit.MICROS.between(Instant.EPOCH, ahead));
    }

    @Test
    void aClockThatWasSetBackByMoreThanAWindowLocksNobodyOut() {
        grantedAt(ServerTime.of(client).plus(Duration.ofHours(1)), MINUTE);

        assertThat(answer(new RateLimit(1, MINUTE)).permit().granted()).isTrue();
        assertThat(answer(new RateLimit(1, MINUTE)).permit().retryAfter()).isLessThanOrEqualTo(MINUTE);
    }

    @Test
    void anAskingIsOneRoundTrip() {
        answer(RateLimit.DEFAULT);
        Map<String, Long> before = CommandCounts.of(client);
        answer(RateLimit.DEFAULT);

        Map<String, Long> commands = CommandCounts.since(before, client);
        assertThat(commands).containsEntry("evalsha", 1L);
        assertThat(commands.keySet()).isSubsetOf("evalsha", "time", "lindex", "llen", "rpush", "pttl", "pexpire");
    }

    @Test
    void whoWasToldWhenHeMayAgainCostsNothingUntilThen() {
        RateLimit one = new RateLimit(1, MINUTE);
        RedisRateLimiter limiter = limiters.get(0);
        limiter.ask("user:jo", "search", one);
        Duration wait = limiter.ask("user:jo", "search", one).retryAfter();
        client.del(KEY);
        Map<String, Long> before = CommandCounts.of(client);

        nanos.addAndGet(wait.toNanos() - 1_000);
        assertThat(limiter.ask("user:jo", "search", one)).isEqualTo(new RatePermit(false, 0, Duration.ofNanos(1_000)));
        assertThat(CommandCounts.since(before, client)).isEmpty();
        nanos.addAndGet(1_000);
        assertThat(limiter.ask("user:jo", "search", one).granted()).isTrue();
    }

    @Test
    void aRefusalIsRememberedOfThatLimitAlone() {
        RedisRateLimiter limiter = limiters.get(0);
        limiter.ask("user:jo", "search", new RateLimit(1, MINUTE));
        assertThat(limiter.ask("user:jo", "search", new RateLimit(1, MINUTE)).granted())
                .isFalse();

        assertThat(limiter.ask("user:jo", "search", new RateLimit(2, MINUTE)).granted())
                .isTrue();
        assertThat(limiter.ask("user:jo", "save", new RateLimit(1, MINUTE)).granted())
                .isTrue();
        assertThat(limiter.ask("user:joe", "search", new RateLimit(1, MINUTE)).granted())
                .isTrue();
    }

    @Test
    void whileRedisIsAwayNothingIsGrantedAndThatIsSaid() {
        RedisClient closed = TestRedis.clientOf(1, 1_000);
        RedisRateLimiter away = new RedisRateLimiter(TwoNodes.calls(closed), new RedisKeys(nodes.prefix), nanos::get);

        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> away.ask("user:jo", "search", RateLimit.DEFAULT));
        closed.close();
    }

    private RedisRateLimiter.Answer answer(RateLimit limit) {
        return limiters.get(0).answer("user:jo", "search", limit);
    }

    private void grantedAt(Instant at, Duration window) {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, at);
        client.rpush(KEY, micros + " " + window.toNanos() / 1_000);
    }
}
