package io.tenderhub.redis;

import io.tenderhub.cache.CacheFigures;
import io.tenderhub.cache.CacheKey;
import io.tenderhub.cache.CacheTag;
import io.tenderhub.cache.InspectableCache;
import io.tenderhub.cache.Kept;
import io.tenderhub.redis.RedisStore.Found;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Redis, then the second level, then the loader; what is found below is kept above. */
final class RedisCache implements InspectableCache {
    private final RedisKeys keys;
    private final Levels levels;
    private final Loads loads = new Loads();
    private final Figures figures = new Figures();

    RedisCache(RedisKeys keys, Levels levels) {
        this.keys = keys;
        this.levels = levels;
    }

    @Override
    public <V> Optional<V> get(CacheKey<V> key, Supplier<Optional<V>> loader) {
        Place<V> place = place(key);
        Figures.OfRegion counted = figures.of(key.region().name());
        Optional<Found> found = levels.store().find(place.key(), place.generationKeys());
        if (found.isEmpty()) {
            // Without generations nobody knows whether a running load is new enough to be shared.
            counted.miss();
            return loader.get();
        }
        String generations = found.get().generations();
        Class<V> type = key.region().type();
        Optional<Known<V>> known = levels.form().read(found.get().answer(), generations, type);
        if (known.isPresent()) {
            counted.hit();
            return known.get().value();
        }
        Miss<V> miss = new Miss<>(levels, place, generations, loader);
        try {
            return loads.load(place.key(), generations, type, miss::load, miss::keep, loader);
        } finally {
            counted.count(miss);
        }
    }

    @Override
    public <V> Optional<V> peek(CacheKey<V> key) {
        Place<V> place = place(key);
        Class<V> type = key.region().type();
        return levels.store()
                .look(place.key(), place.generationKeys())
                .flatMap(found -> levels.form()
                        .read(found.answer(), found.generations(), type)
                        .or(() -> levels.form()
                                .read(
                                        levels.below().find(place).map(LevelBelow.Copy::answer),
                                        found.generations(),
                                        type)))
                .flatMap(Known::value);
    }

    @Override
    public <V> Optional<Kept<V>> lastKnown(CacheKey<V> key) {
        return levels.below()
                .find(place(key))
                .flatMap(copy -> levels.form()
                        .readWhatever(copy.answer(), key.region().type())
                        .flatMap(Known::value)
                        .map(value -> new Kept<>(value, copy.asOf())));
    }

    private <V> Place<V> place(CacheKey<V> key) {
        return new Place<>(key.region(), key.owner(), keys.answer(key), keys.generations(key.tags()));
    }

    @Override
    public void invalidate(Set<CacheTag> tags) {
        if (!tags.isEmpty()) {
            levels.store().end(keys.generations(tags));
        }
    }

    Map<String, CacheFigures> figures() {
        return figures.now();
    }
}
