package io.tenderhub.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tenderhub.analytics.Spend;
import io.tenderhub.analytics.SpendDimension;
import io.tenderhub.contract.MovableClock;
import io.tenderhub.failure.UnavailableException;
import io.tenderhub.popularity.Popular;
import io.tenderhub.tender.Money;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.RedisClient;

/** What the contracts of the leaderboards leave to Redis. */
class LeaderboardsTest {
    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final List<Spend> SPENDS = List.of(Spend.of("A", Money.rand(5), 1));

    @TempDir
    private Path folder;

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-21T08:00:00Z"));
    private TestRedis redis;
    private RedisClient client;
    private RedisAdapter adapter;

    @BeforeEach
    void start() {
        redis = new TestRedis(folder);
        client = redis.client();
        adapter = RedisAdapter.builder(client).clock(clock).build();
    }

    @AfterEach
    void stop() {
        adapter.close();
        client.close();
        redis.close();
    }

    @Test
    void aBoardLivesForADayAtMostAndWritesLeaveNothingBeside() {
        adapter.spendLeaderboard().replace(SpendDimension.BUYER, "ZAR", SPENDS);
        adapter.spendLeaderboard().replace(SpendDimension.BUYER, "ZAR", SPENDS);

        String places = "tenderhub:analytics:{ZAR}:spend-by-buyer";
        assertThat(client.keys("*")).containsExactlyInAnyOrder(places, places + ":amounts");
        assertThat(client.pttl(places)).isBetween(21 * HOUR, 24 * HOUR);
        assertThat(client.pttl(places + ":amounts")).isBetween(21 * HOUR, 24 * HOUR);
    }

    @Test
    void thePointsOfADayLiveUntilTheyNoLongerCount() {
        adapter.popularTenders().seen("ocds-1");
        adapter.close();

        assertThat(client.pttl("tenderhub:popular:{days}:2026-11-21")).isBetween(7 * 24 * HOUR, 8 * 24 * HOUR);
    }

    @Test
    void theListOfPopularTendersIsSummedOnceInAWhile() {
        adapter.popularTenders().seen("ocds-1");
        assertThat(adapter.popularTenders().top(5)).containsExactly(new Popular("ocds-1", 1));
        adapter.popularTenders().seen("ocds-1");

        assertThat(adapter.popularTenders().top(5)).containsExactly(new Popular("ocds-1", 1));
        assertThat(client.pttl("tenderhub:popular:{days}:until:2026-11-21")).isBetween(1L, 10_000L);
        client.del("tenderhub:popular:{days}:until:2026-11-21");
        assertThat(adapter.popularTenders().top(5)).containsExactly(new Popular("ocds-1", 2));
    }

    @Test
    void withoutRedisNothingIsCountedAndNoCountingFails() {
        redis.stop();
        try {
            adapter.popularTenders().seen("ocds-1");
            adapter.popularTenders().saved("ocds-1");
            adapter.close();
            assertThat(adapter.spendLeaderboard().top(SpendDimension.BUYER, "ZAR", 5))
                    .isEmpty();
            assertThatExceptionOfType(UnavailableException.class)
                    .isThrownBy(() -> adapter.popularTenders().top(5));
            assertThatExceptionOfType(UnavailableException.class)
                    .isThrownBy(() -> adapter.spendLeaderboard().replace(SpendDimension.BUYER, "ZAR", SPENDS));
        } finally {
            redis.startAgain();
        }
    }
}
