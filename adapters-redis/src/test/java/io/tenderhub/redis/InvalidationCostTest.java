package io.tenderhub.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.cache.Cache;
import io.tenderhub.cache.CacheTag;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.RedisClient;

class InvalidationCostTest {
    @TempDir
    private Path folder;

    private TestRedis redis;
    private RedisClient client;
    private Cache cache;

    @BeforeEach
    void start() {
        redis = new TestRedis(folder);
        client = redis.client();
        cache = RedisAdapter.builder(client).build().cache();
    }

    @AfterEach
    void stop() {
        client.close();
        redis.close();
    }

    @Test
    void anInvalidationCostsTheSameWithTenOrAMillionOtherKeys() {
        Map<String, Long> withTen = costAmong(10);
        Map<String, Long> withAMillion = costAmong(1_000_000);

        assertThat(withTen).isEqualTo(Map.of("del", 3L)).isEqualTo(withAMillion);
        assertThat(client.dbSize()).isEqualTo(1_000_000);
    }

    @Test
    void anInvalidationCostsTheSameWithAnyNumberOfAnswersUnderOtherTags() {
        Answers.read(cache, Answers.key("a", CacheTag.tender("a")), 1);
        Map<String, Long> alone = costOfOne();
        for (int i = 0; i < 5_000; i++) {
            Answers.read(cache, Answers.key("answer " + i, CacheTag.tender("other " + i)), 1);
        }

        assertThat(costOfOne()).isEqualTo(alone).isEqualTo(Map.of("del", 3L));
        assertThat(Answers.read(cache, Answers.key("answer 77", CacheTag.tender("other 77")), 2))
                .isEqualTo(1);
    }

    @Test
    void anInvalidationOfTenThousandSearchesEndsTheirGenerationAndTheEra() {
        for (int i = 0; i < 10_000; i++) {
            Answers.read(cache, Answers.key("search " + i, CacheTag.SEARCHES), 1);
        }

        Map<String, Long> before = CommandCounts.of(client);
        cache.invalidate(Set.of(CacheTag.SEARCHES));

        assertThat(CommandCounts.since(before, client)).isEqualTo(Map.of("del", 2L));
        assertThat(Answers.read(cache, Answers.key("search 77", CacheTag.SEARCHES), 2))
                .isEqualTo(2);
    }

    @Test
    void aHitInRedisIsOneGetForTheAnswerAndOneForEachTag() {
        assertThat(costOfAHit(RedisAdapter.builder(client).remembers(0).build().cache()))
                .isEqualTo(Map.of("get", 3L, "pttl", 1L));
    }

    @Test
    void aHitInTheProcessIsOneGetForTheEraAndNoneWhileThatIsKnown() {
        assertThat(costOfAHit(node(Duration.ZERO))).isEqualTo(Map.of("get", 1L));
        assertThat(costOfAHit(node(Duration.ofHours(1)))).isEmpty();
    }

    @Test
    void inAnotherEraAHitInTheProcessIsOneGetForEachTagBesides() {
        Cache here = node(Duration.ZERO);
        var key = Answers.key("a", CacheTag.SEARCHES, Answers.TAG);
        Answers.read(here, key, 1);
        cache.invalidate(Set.of(CacheTag.TOP_TENDERS));
        here.get(Answers.key("another", CacheTag.SEARCHES), Optional::empty);

        Map<String, Long> before = CommandCounts.of(client);
        Answers.read(here, key, 2);
        assertThat(CommandCounts.since(before, client)).isEqualTo(Map.of("get", 3L));
        assertThat(costOfAHit(here)).isEqualTo(Map.of("get", 1L));
    }

    /** By a clock that stands still. */
    private Cache node(Duration lease) {
        return RedisAdapter.builder(client).lease(lease, () -> 0).build().cache();
    }

    private Map<String, Long> costOfAHit(Cache asked) {
        var key = Answers.key("a", CacheTag.SEARCHES, Answers.TAG);
        Answers.read(asked, key, 1);
        Map<String, Long> before = CommandCounts.of(client);
        Answers.read(asked, key, 2);
        return CommandCounts.since(before, client);
    }

    private Map<String, Long> costAmong(int unrelated) {
        client.eval(
                "for i = 1, ARGV[1] do redis.call('SET', 'unrelated:' .. i, 'x') end",
                List.of("unrelated"),
                List.of(Integer.toString(unrelated)));
        return costOfOne();
    }

    /** Each command that the server runs for it, by name; deleting one key looks at no other. */
    private Map<String, Long> costOfOne() {
        Map<String, Long> before = CommandCounts.of(client);
        cache.invalidate(Set.of(Answers.TAG, CacheTag.SEARCHES));
        return CommandCounts.since(before, client);
    }
}
