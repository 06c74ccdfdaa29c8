package io.tenderhub.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tenderhub.cache.CacheKey;
import io.tenderhub.cache.CacheTag;
import io.tenderhub.contract.MovableClock;
import io.tenderhub.failure.UnavailableException;
import io.tenderhub.naming.NamePrefix;
import io.tenderhub.quota.QuotaPeriod;
import io.tenderhub.quota.QuotaRule;
import io.tenderhub.quota.QuotaUse;
import io.tenderhub.quota.Quotas.TeamQuotas;
import io.tenderhub.team.TeamId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.RedisClient;

class TeamKeysTest {
    private static final TeamId ACME = new TeamId("acme");
    private static final String QUOTAS = "tenderhub:team:{acme}:quotas";
    private static final ZoneId JOHANNESBURG = ZoneId.of("Africa/Johannesburg");
    private static final QuotaRule A_DAY = new QuotaRule(5, QuotaPeriod.DAY);
    private static final QuotaRule A_WEEK = new QuotaRule(5, QuotaPeriod.WEEK);

    @TempDir
    private Path folder;

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-21T08:00:00Z"));
    private TestRedis redis;
    private RedisClient client;
    private RedisAdapter adapter;
    private TeamQuotas quotas;

    @BeforeEach
    void start() {
        redis = new TestRedis(folder);
        client = redis.client();
        adapter = RedisAdapter.builder(client)
                .clock(clock)
                .pause(1, Duration.ZERO)
                .build();
        quotas = adapter.quotas().forTeam(ACME);
    }

    @AfterEach
    void stop() {
        adapter.close();
        client.close();
        redis.close();
    }

    @Test
    void whatATeamHasUsedIsInOneKeyThatRunsOutSoonAfterTheLastReset() {
        quotas.take("searches", A_DAY, JOHANNESBURG);
        assertThat(client.hgetAll(QUOTAS)).isEqualTo(Map.of("searches:day:2026-11-21", "1"));
        assertThat(Duration.ofMillis(client.pttl(QUOTAS))).isBetween(Duration.ofHours(14), Duration.ofHours(15));

        quotas.take("exports", A_WEEK, JOHANNESBURG);
        quotas.take("exports", A_WEEK, JOHANNESBURG);
        assertThat(client.hgetAll(QUOTAS))
                .isEqualTo(Map.of("searches:day:2026-11-21", "1", "exports:week:2026-11-16", "2"));
        assertThat(Duration.ofMillis(client.pttl(QUOTAS))).isBetween(Duration.ofHours(38), Duration.ofHours(39));
        quotas.take("others", A_DAY, JOHANNESBURG);
        assertThat(Duration.ofMillis(client.pttl(QUOTAS))).isGreaterThan(Duration.ofHours(38));
    }

    @Test
    void oldCountsLeaveTheKey() {
        for (int day = 0; day < 60; day++) {
            quotas.take("searches", A_DAY, JOHANNESBURG);
            quotas.take("exports", A_WEEK, JOHANNESBURG);
            clock.advance(Duration.ofDays(1));
        }

        assertThat(client.hlen(QUOTAS)).isLessThanOrEqualTo(15 + 3);
    }

    @Test
    void aCountIsOneRoundTripAndSoIsALook() {
        quotas.take("searches", A_DAY, JOHANNESBURG);
        Map<String, Long> before = CommandCounts.of(client);
        quotas.take("searches", A_DAY, JOHANNESBURG);
        assertThat(CommandCounts.since(before, client)).isEqualTo(Map.of("evalsha", 1L, "hget", 1L, "hincrby", 1L));

        before = CommandCounts.of(client);
        quotas.look("searches", A_DAY, JOHANNESBURG);
        assertThat(CommandCounts.since(before, client)).isEqualTo(Map.of("hget", 1L));
    }

    @Test
    void aUsedUpQuotaIsRefusedForASecondWithoutAsking() {
        AtomicLong nanos = new AtomicLong();
        TeamQuotas mine = new RedisQuotas(TwoNodes.calls(client), new RedisKeys(NamePrefix.DEFAULT), clock, nanos::get)
                .forTeam(ACME);
        QuotaRule one = new QuotaRule(1, QuotaPeriod.DAY);
        mine.take("searches", one, JOHANNESBURG);
        QuotaUse refused = mine.take("searches", one, JOHANNESBURG);
        Map<String, Long> before = CommandCounts.of(client);
        nanos.addAndGet(999_999_999);
        assertThat(mine.take("searches", one, JOHANNESBURG)).isEqualTo(refused);
        assertThat(CommandCounts.since(before, client)).isEmpty();
        assertThat(mine.take("searches", A_DAY, JOHANNESBURG).granted())
                .as("by a better plan")
                .isTrue();

        adapter.volatileTeamData().forget(ACME);
        nanos.addAndGet(1);
        assertThat(mine.take("searches", one, JOHANNESBURG).granted())
                .as("when the team was forgotten elsewhere a second ago")
                .isTrue();
    }

    @Test
    void forgettingATeamCostsTheSameWhateverThereIs() {
        assertThat(costOfForgetting()).isEqualTo(Map.of("del", 4L));
        for (int i = 0; i < 1_000; i++) {
            CacheKey<Answers.Answer> key = new CacheKey<>(
                    Answers.REGION, Optional.of(ACME), Integer.toString(i), Set.of(CacheTag.workspace(ACME)));
            Answers.read(adapter.cache(), key, 1);
            adapter.quotas().forTeam(new TeamId("other-" + i)).take("searches", A_DAY, JOHANNESBURG);
        }
        quotas.take("searches", A_DAY, JOHANNESBURG);

        assertThat(costOfForgetting()).isEqualTo(Map.of("del", 4L));
        assertThat(client.exists(
                        QUOTAS, "tenderhub:team:{acme}:generation", "tenderhub:team:{acme}:workspace-generation"))
                .isZero();
    }

    private Map<String, Long> costOfForgetting() {
        Map<String, Long> before = CommandCounts.of(client);
        adapter.volatileTeamData().forget(ACME);
        return CommandCounts.since(before, client);
    }

    @Test
    void whileRedisIsAwayThatIsSaid() {
        redis.stop();
        List<Runnable> all = List.of(
                () -> quotas.take("searches", A_DAY, JOHANNESBURG),
                () -> quotas.look("searches", A_DAY, JOHANNESBURG),
                () -> adapter.volatileTeamData().forget(ACME));
        assertThat(all)
                .allSatisfy(call ->
                        assertThatExceptionOfType(UnavailableException.class).isThrownBy(call::run));
        redis.startAgain();
    }
}
