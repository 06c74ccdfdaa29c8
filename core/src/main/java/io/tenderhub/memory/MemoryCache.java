package io.tenderhub.memory;

import io.tenderhub.cache.CacheKey;
import io.tenderhub.cache.CacheRead;
import io.tenderhub.cache.CacheRegion;
import io.tenderhub.cache.CacheTag;
import io.tenderhub.cache.InspectableCache;
import io.tenderhub.cache.Kept;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An answer remembers the generation of each of its tags from before it was loaded, and counts only while those are still
 * the current ones.
 */
final class MemoryCache implements InspectableCache {
    /** So that a process that runs for long does not fill its memory; the answer used least recently goes first. */
    private static final int MOST_ANSWERS = 10_000;

    private static final Duration COPIES_LIVE = Duration.ofHours(24);

    /** @param asOf when its load began */
    private record Answer(Optional<?> value, Map<CacheTag, Long> generations, Instant asOf, Instant expires) {}

    private final Clock clock;
    private final Map<CacheTag, Long> generations = new HashMap<>();
    private final Map<CacheKey<?>, Answer> answers = bounded();
    private final Map<CacheKey<?>, Answer> copies = bounded();

    MemoryCache(Clock clock) {
        this.clock = clock;
    }

    private static Map<CacheKey<?>, Answer> bounded() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<CacheKey<?>, Answer> eldest) {
                return size() > MOST_ANSWERS;
            }
        };
    }

    @Override
    public <V> CacheRead<V> read(CacheKey<V> key, Supplier<Optional<V>> loader) {
        Map<CacheTag, Long> before;
        synchronized (this) {
            before = current(key.tags());
            Answer answer = answers.get(key);
            if (isGood(answer, before)) {
                return CacheRead.held(answer.value().map(key.region().type()::cast));
            }
        }
        Instant begun = clock.instant();
        Optional<V> loaded = loader.get();
        put(key, loaded, before, begun);
        return CacheRead.loaded(loaded);
    }

    @Override
    public synchronized <V> Optional<V> peek(CacheKey<V> key) {
        Answer answer = answers.get(key);
        return isGood(answer, current(key.tags()))
                ? answer.value().map(key.region().type()::cast)
                : Optional.empty();
    }

    @Override
    public synchronized <V> Optional<Kept<V>> lastKnown(CacheKey<V> key) {
        return Optional.ofNullable(copies.get(key))
                .filter(copy -> clock.instant().isBefore(copy.expires()))
                .flatMap(copy ->
                        copy.value().map(value -> new Kept<>(key.region().type().cast(value), copy.asOf())));
    }

    private boolean isGood(@Nullable Answer answer, Map<CacheTag, Long> current) {
        return answer != null
                && answer.generations().equals(current)
                && clock.instant().isBefore(answer.expires());
    }

    private synchronized <V> void put(CacheKey<V> key, Optional<V> loaded, Map<CacheTag, Long> before, Instant begun) {
        CacheRegion<V> region = key.region();
        if (!current(key.tags()).equals(before)) {
            return;
        }
        if (loaded.isEmpty()) {
            copies.remove(key);
        }
        if (loaded.map(region.keeps()::test).orElse(!region.absentFor().isZero())) {
            Instant now = clock.instant();
            Instant expires = now.plus(loaded.isPresent() ? region.timeToLive() : region.absentFor());
            answers.put(key, new Answer(loaded, before, begun, expires));
            if (loaded.isPresent() && region.secondLevel()) {
                copies.put(key, new Answer(loaded, before, begun, now.plus(COPIES_LIVE)));
            }
        }
    }

    private Map<CacheTag, Long> current(Set<CacheTag> tags) {
        Map<CacheTag, Long> current = new HashMap<>();
        tags.forEach(tag -> current.put(tag, generations.getOrDefault(tag, 0L)));
        return current;
    }

    @Override
    public synchronized void invalidate(Set<CacheTag> tags) {
        tags.forEach(tag -> generations.merge(tag, 1L, Long::sum));
    }
}
