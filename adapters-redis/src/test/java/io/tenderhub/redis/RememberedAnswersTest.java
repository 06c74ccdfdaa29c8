package io.tenderhub.redis;

import static io.tenderhub.redis.Answers.TAG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tenderhub.cache.Cache;
import io.tenderhub.cache.CacheKey;
import io.tenderhub.cache.CacheRegion;
import io.tenderhub.cache.CacheTag;
import io.tenderhub.redis.Answers.Answer;
import io.tenderhub.teststores.TestStores;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.RedisClient;

class RememberedAnswersTest {
    private final TwoNodes nodes = TwoNodes.underAnotherPrefix();
    private final Cache here = nodes.first.cache();
    private final Cache elsewhere = nodes.second.cache();

    record Text(String text) {}

    private static final CacheRegion<Text> TEXTS = new CacheRegion<>("texts", Text.class, Duration.ofHours(1));

    @AfterEach
    void close() {
        nodes.close();
    }

    private static CacheKey<Text> text(int id) {
        return new CacheKey<>(TEXTS, Optional.empty(), Integer.toString(id), Set.of(TAG));
    }

    private static Text longText(int id) {
        return new Text(Integer.toString(id).repeat(1_000));
    }

    @Test
    void readersOfAProcessShareOneObject() {
        CacheKey<Answer> key = Answers.key("a", TAG);
        Answer loaded = new Answer(1);
        assertThat(here.get(key, () -> Optional.of(loaded))).containsSame(loaded);

        assertThat(here.get(key, Optional::empty)).containsSame(loaded);
        Answer decoded = elsewhere.get(key, Optional::empty).orElseThrow();
        assertThat(decoded).isEqualTo(loaded).isNotSameAs(loaded);
        assertThat(elsewhere.get(key, Optional::empty)).containsSame(decoded);
    }

    @Test
    void anObjectOutlivesInvalidationsOfOtherTags() {
        CacheKey<Answer> key = Answers.key("a", TAG);
        Answer loaded = here.get(key, () -> Optional.of(new Answer(1))).orElseThrow();

        elsewhere.invalidate(Set.of(CacheTag.SEARCHES));
        assertThat(here.get(key, Optional::empty)).containsSame(loaded);
        elsewhere.invalidate(Set.of(TAG));
        assertThat(here.get(key, () -> Optional.of(new Answer(2)))).contains(new Answer(2));
    }

    @Test
    void aProcessRemembersNoMoreThanItMay() {
        try (RedisClient client = RedisClient.create(TestStores.shared().redisUrl());
                RedisAdapter adapter = RedisAdapter.builder(client)
                        .prefix(nodes.prefix)
                        .remembers(100_000)
                        .build()) {
            Text[] first = new Text[200];
            for (int i = 0; i < first.length; i++) {
                int id = i;
                first[i] = adapter.cache()
                        .get(text(i), () -> Optional.of(longText(id)))
                        .orElseThrow();
            }
            int same = 0;
            for (int i = 0; i < first.length; i++) {
                Text again = adapter.cache().get(text(i), Optional::empty).orElseThrow();
                assertThat(again).isEqualTo(first[i]);
                same += again == first[i] ? 1 : 0;
            }
            assertThat(same).as("as many as fit in").isLessThan(40);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> RedisAdapter.builder(client).remembers(-1));
        }
    }
}
