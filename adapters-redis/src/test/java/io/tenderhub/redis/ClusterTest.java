package io.tenderhub.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.account.Secret;
import io.tenderhub.account.UserId;
import io.tenderhub.analytics.Spend;
import io.tenderhub.analytics.SpendDimension;
import io.tenderhub.cache.Cache;
import io.tenderhub.cache.CacheTag;
import io.tenderhub.lock.HeldLock;
import io.tenderhub.notification.Notification;
import io.tenderhub.popularity.Popular;
import io.tenderhub.quota.QuotaPeriod;
import io.tenderhub.quota.QuotaRule;
import io.tenderhub.quota.QuotaUse;
import io.tenderhub.quota.RateLimit;
import io.tenderhub.team.TeamId;
import io.tenderhub.tender.Money;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.RedisClusterClient;

/** A server in cluster mode refuses any command whose keys are in different slots, also when it owns them all. */
class ClusterTest {
    @TempDir
    private Path folder;

    private TestRedis redis;
    private RedisClusterClient cluster;
    private RedisAdapter adapter;

    @BeforeEach
    void start() {
        redis = new TestRedis(folder, "cluster-enabled yes", "cluster-config-file nodes.conf");
        ownAllSlots(redis);
        cluster = RedisClusterClient.create(new HostAndPort("127.0.0.1", redis.port()));
        adapter = RedisAdapter.builder(cluster).build();
    }

    @AfterEach
    void stop() {
        adapter.close();
        cluster.close();
        redis.close();
    }

    @Test
    void aClusterServesTheCache() {
        Cache cache = adapter.cache();
        var key = Answers.key("a", Answers.TAG, CacheTag.SEARCHES, new CacheTag("third"));

        assertThat(Answers.read(cache, key, 1)).isEqualTo(1);
        assertThat(Answers.read(cache, key, 2)).isEqualTo(1);
        cache.invalidate(Set.of(CacheTag.SEARCHES, new CacheTag("third"), CacheTag.tender("ocds-2")));
        assertThat(Answers.read(cache, key, 3)).isEqualTo(3);
        assertThat(Answers.read(cache, key, 4)).isEqualTo(3);
    }

    @Test
    void aClusterKeepsLocks() {
        Set<String> names = Set.of("a", "b", "", "{c}", "}d{");
        List<HeldLock> held = adapter.locks().tryAcquire(names, Duration.ofMinutes(1));
        assertThat(held).hasSameSizeAs(names);
        try (RedisAdapter other = RedisAdapter.builder(cluster).build()) {
            assertThat(other.locks().tryAcquire(names, Duration.ofMinutes(1))).isEmpty();
            adapter.locks().release(held.subList(0, 2));
            assertThat(other.locks().tryAcquire(names, Duration.ofMinutes(1))).hasSize(2);
            adapter.close();
            assertThat(other.locks().tryAcquire(names, Duration.ofMinutes(1)))
                    .as("those of the adapter that was closed")
                    .hasSize(3);
        }
    }

    @Test
    void aClusterCountsAndRanks() {
        adapter.popularTenders().saved("ocds-1");
        assertThat(adapter.popularTenders().top(5)).containsExactly(new Popular("ocds-1", 5));

        Spend spend = Spend.of("A", Money.rand(5), 1);
        adapter.spendLeaderboard().replace(SpendDimension.BUYER, "ZAR", List.of(spend));
        assertThat(adapter.spendLeaderboard().top(SpendDimension.BUYER, "ZAR", 5))
                .contains(List.of(spend));
    }

    @Test
    void aClusterPassesNotificationsOn() throws Exception {
        BlockingQueue<Notification> heard = new LinkedBlockingQueue<>();
        Notification news = new Notification(
                1, "tender.updated", Optional.of(new TeamId("acme")), "ocds-1", Instant.parse("2026-11-21T08:00:00Z"));
        adapter.notifications().forTeam(news.team().orElseThrow()).subscribe(told -> heard.add(told.notification()));
        adapter.notifications().publish(List.of(news));

        assertThat(heard.poll(60, TimeUnit.SECONDS)).isEqualTo(news);
        assertThat(adapter.notifications()
                        .forTeam(new TeamId("acme"))
                        .recent(Optional.empty())
                        .last()
                        .number())
                .isEqualTo(1);
        assertThat(adapter.notifications()
                        .forEverybody()
                        .recent(Optional.empty())
                        .last()
                        .number())
                .isZero();
    }

    @Test
    void aClusterCountsWhatTeamsAndUsersDoAndKeepsTheirSessions() {
        TeamId acme = new TeamId("acme");
        QuotaRule once = new QuotaRule(1, QuotaPeriod.DAY);
        assertThat(adapter.quotas().forTeam(acme).take("searches", once, ZoneOffset.UTC))
                .matches(QuotaUse::granted);
        assertThat(adapter.quotas().forTeam(acme).look("searches", once, ZoneOffset.UTC))
                .matches(use -> !use.granted());
        adapter.volatileTeamData().forget(acme);
        assertThat(adapter.quotas().forTeam(acme).take("searches", once, ZoneOffset.UTC))
                .matches(QuotaUse::granted);

        RateLimit onceAnHour = new RateLimit(1, Duration.ofHours(1));
        assertThat(adapter.rateLimiter().ask("user:jo", "search", onceAnHour).granted())
                .isTrue();
        assertThat(adapter.rateLimiter().ask("user:jo", "search", onceAnHour).granted())
                .isFalse();

        UserId jo = new UserId("jo");
        List<Secret> tokens =
                IntStream.range(0, 3).mapToObj(i -> adapter.sessions().open(jo)).toList();
        assertThat(tokens).allMatch(token -> adapter.sessions().use(token).isPresent());
        assertThat(adapter.sessions().revoke(tokens.get(0))).isTrue();
        assertThat(adapter.sessions().revokeAll(jo)).isEqualTo(2);
        assertThat(tokens).allMatch(token -> adapter.sessions().use(token).isEmpty());
    }

    private static void ownAllSlots(TestRedis redis) {
        try (Jedis client = new Jedis("127.0.0.1", redis.port())) {
            client.clusterAddSlots(IntStream.range(0, 16_384).toArray());
            while (!client.clusterInfo().contains("cluster_state:ok")) {
                Thread.onSpinWait();
            }
        }
    }
}
