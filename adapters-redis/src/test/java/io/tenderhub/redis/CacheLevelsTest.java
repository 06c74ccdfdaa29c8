package io.tenderhub.redis;

import static io.tenderhub.redis.Answers.TAG;
import static io.tenderhub.redis.Answers.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.cache.CacheFigures;
import io.tenderhub.cache.CacheKey;
import io.tenderhub.cache.InspectableCache;
import io.tenderhub.naming.NamePrefix;
import io.tenderhub.redis.Answers.Answer;
import io.tenderhub.team.TeamId;
import java.nio.charset.StandardCharsets;
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

class CacheLevelsTest {
    private static final CacheKey<Answer> KEY = key("a");
    private static final String STORED_AT = "tenderhub:tender:{ocds-1}:search:a";

    @TempDir
    private Path folder;

    private final Below below = new Below();
    private TestRedis redis;
    private RedisClient client;
    private RedisAdapter adapter;
    private InspectableCache cache;

    @BeforeEach
    void start() {
        redis = new TestRedis(folder);
        client = redis.client();
        adapter = node();
        cache = adapter.cache();
    }

    private RedisAdapter node() {
        return RedisAdapter.builder(client).secondLevel(below).remembers(0).build();
    }

    @AfterEach
    void stop() {
        client.close();
        redis.close();
    }

    private static CacheKey<Answer> key(String id) {
        return new CacheKey<>(Answers.REGION.withSecondLevel(), Optional.empty(), id, Set.of(TAG));
    }

    @Test
    void anAnswerThatRedisLostComesFromBelowAndGoesBackUp() {
        assertThat(read(cache, KEY, 1)).isEqualTo(1);
        client.del(STORED_AT);

        assertThat(read(cache, KEY, 2)).as("from below").isEqualTo(1);
        below.answers.clear();
        assertThat(read(node().cache(), KEY, 3)).as("from above again").isEqualTo(1);
        assertThat(client.pttl(STORED_AT))
                .isBetween(1L, Answers.REGION.timeToLive().toMillis());
    }

    @Test
    void answersStayBelowForADay() {
        read(cache, KEY, 1);

        assertThat(below.answers).containsOnlyKeys(STORED_AT);
        assertThat(below.lastTimeToLive).isBetween(Duration.ofHours(21), Duration.ofHours(24));
    }

    @Test
    void anAnswerBelowEndsWithAnInvalidation() {
        read(cache, KEY, 1);
        client.del(STORED_AT);

        node().cache().invalidate(Set.of(TAG));

        assertThat(cache.peek(KEY)).isEmpty();
        assertThat(read(cache, KEY, 2)).isEqualTo(2);
    }

    @Test
    void anAnswerBelowDoesNotOutliveWhatRedisForgot() {
        read(cache, KEY, 1);
        client.flushAll();

        assertThat(read(cache, KEY, 2)).isEqualTo(2);
    }

    @Test
    void anOldNodesAnswerThatArrivesBelowAfterAnInvalidationIsNotServed() {
        read(cache, KEY, 1);
        byte[] old = below.answers.get(STORED_AT);
        cache.invalidate(Set.of(TAG));
        below.answers.put(STORED_AT, old);
        client.set(STORED_AT.getBytes(StandardCharsets.UTF_8), old);

        assertThat(read(cache, KEY, 2)).isEqualTo(2);
    }

    @Test
    void anOutageBelowIsAMiss() {
        read(cache, KEY, 1);
        client.del(STORED_AT);
        below.away = true;

        assertThat(read(cache, KEY, 2)).isEqualTo(2);
        assertThat(read(cache, KEY, 3)).isEqualTo(2);
        below.away = false;
        client.del(STORED_AT);
        assertThat(read(cache, KEY, 4)).as("what was saved before the outage").isEqualTo(1);
    }

    @Test
    void bytesBelowThatCanNotBeReadAreAMiss() {
        read(cache, KEY, 1);
        String generation = client.get(
                new RedisKeys(NamePrefix.DEFAULT).generations(Set.of(TAG)).get(0));
        below.answers.put(STORED_AT, (generation + "\n{\"vers").getBytes(StandardCharsets.UTF_8));
        client.del(STORED_AT);

        assertThat(read(cache, KEY, 2)).isEqualTo(2);
    }

    @Test
    void withoutRedisReadersGoToTheLoaderNotBelow() {
        read(cache, KEY, 1);
        redis.stop();
        try {
            assertThat(read(cache, KEY, 2)).isEqualTo(2);
            assertThat(cache.peek(KEY)).isEmpty();
        } finally {
            redis.startAgain();
        }
    }

    @Test
    void onlyRegionsThatSaySoGoBelowAndNoAbsenceDoes() {
        read(cache, Answers.key("plain", TAG), 1);
        cache.get(
                new CacheKey<>(
                        Answers.REGION.withSecondLevel().withAbsentFor(Duration.ofMinutes(1)),
                        Optional.empty(),
                        "absent",
                        Set.of(TAG)),
                Optional::empty);

        assertThat(below.answers).isEmpty();
    }

    @Test
    void teamsHaveTheirOwnPlacesBelow() {
        for (String team : Set.of("acme", "other")) {
            CacheKey<Answer> own =
                    new CacheKey<>(Answers.REGION.withSecondLevel(), Optional.of(new TeamId(team)), "a", Set.of(TAG));
            read(cache, own, team.length());
        }

        assertThat(below.answers).containsOnlyKeys("tenderhub:team:{acme}:search:a", "tenderhub:team:{other}:search:a");
    }

    @Test
    void showsWhatIsBelowWithoutBringingItUp() {
        read(cache, KEY, 1);
        client.del(STORED_AT);

        assertThat(cache.peek(KEY)).contains(new Answer(1));
        assertThat(client.exists(STORED_AT)).isFalse();
    }

    @Test
    void knowsWhatWasLastFromBelowAlsoWithoutRedis() {
        read(cache, KEY, 1);
        redis.stop();
        try {
            assertThat(cache.lastKnown(KEY).orElseThrow().value()).isEqualTo(new Answer(1));
        } finally {
            redis.startAgain();
        }
    }

    @Test
    void knowsNothingLastWhileTheSecondLevelIsAwayOrHoldsSomethingElse() {
        read(cache, KEY, 1);
        below.away = true;
        assertThat(cache.lastKnown(KEY)).isEmpty();
        below.away = false;

        for (String bytes :
                List.of("", "\n", "17", "17\n", "17\ngenerations", "17\ngenerations\n{\"vers", "x\ny\n{}")) {
            below.answers.put(STORED_AT, bytes.getBytes(StandardCharsets.UTF_8));
            assertThat(cache.lastKnown(KEY)).as(bytes).isEmpty();
        }
    }

    @Test
    void countsHowReadsWereAnswered() {
        read(cache, KEY, 1);
        read(cache, KEY, 1);
        read(cache, KEY, 1);
        client.del(STORED_AT);
        read(cache, KEY, 1);
        cache.peek(KEY);
        cache.invalidate(Set.of(TAG));
        read(cache, KEY, 2);

        assertThat(adapter.cacheFigures()).isEqualTo(Map.of("search", new CacheFigures(2, 1, 2)));
    }
}
