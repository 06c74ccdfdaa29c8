package io.tenderhub.redis;

import io.tenderhub.cache.Cache;
import io.tenderhub.cache.CacheKey;
import io.tenderhub.cache.CacheRegion;
import io.tenderhub.cache.CacheTag;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Short words for tests about caching. */
final class Answers {
    static final CacheRegion<Answer> REGION = new CacheRegion<>("search", Answer.class, Duration.ofHours(1));
    static final CacheTag TAG = CacheTag.tender("ocds-1");

    record Answer(long version) {}

    private Answers() {}

    static CacheKey<Answer> key(String id, CacheTag... tags) {
        return new CacheKey<>(REGION, Optional.empty(), id, Set.of(tags));
    }

    static long read(Cache cache, CacheKey<Answer> key, long truth) {
        return cache.get(key, () -> Optional.of(new Answer(truth)))
                .orElseThrow()
                .version();
    }
}
