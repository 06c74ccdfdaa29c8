package io.tenderhub.redis;

import io.tenderhub.cache.Cache;
import io.tenderhub.cache.CacheKey;
import io.tenderhub.cache.CacheTag;
import io.tenderhub.redis.RedisStore.Found;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

final class RedisCache implements Cache {
    private static final double MOST_JITTER = 0.1;

    private final RedisKeys keys;
    private final RedisStore store;
    private final AnswerForm form = new AnswerForm();
    private final Loads loads = new Loads();

    RedisCache(RedisKeys keys, RedisStore store) {
        this.keys = keys;
        this.store = store;
    }

    @Override
    public <V> Optional<V> get(CacheKey<V> key, Supplier<Optional<V>> loader) {
        String answerKey = keys.answer(key);
        List<String> generationKeys = keys.generations(key.tags());
        Optional<Found> found = store.find(answerKey, generationKeys);
        if (found.isEmpty()) {
            // Without generations nobody knows whether a running load is new enough to be shared.
            return loader.get();
        }
        String generations = found.get().generations();
        Class<V> type = key.region().type();
        return found.get()
                .answer()
                .flatMap(stored -> form.read(stored, generations, type))
                .or(() -> loads.load(
                        answerKey,
                        generations,
                        type,
                        loader,
                        loaded -> form.write(generations, loaded)
                                .ifPresent(stored ->
                                        store.write(answerKey, stored, timeToLive(key), generationKeys, generations))));
    }

    private static Duration timeToLive(CacheKey<?> key) {
        double share = 1 - MOST_JITTER * ThreadLocalRandom.current().nextDouble();
        return Duration.ofMillis(Math.max(1, (long) (key.region().timeToLive().toMillis() * share)));
    }

    @Override
    public void invalidate(Set<CacheTag> tags) {
        if (!tags.isEmpty()) {
            store.end(keys.generations(tags));
        }
    }
}
