package io.tenderhub.memory;

import io.tenderhub.cache.Cache;
import io.tenderhub.cache.CacheKey;
import io.tenderhub.cache.CacheTag;
import java.time.Clock;
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
final class MemoryCache implements Cache {
    /** So that a process that runs for long does not fill its memory; the answer used least recently goes first. */
    private static final int MOST_ANSWERS = 10_000;

    private record Answer(Object value, Map<CacheTag, Long> generations, Instant expires) {}

    private final Clock clock;
    private final Map<CacheTag, Long> generations = new HashMap<>();
    private final Map<CacheKey<?>, Answer> answers = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<CacheKey<?>, Answer> eldest) {
            return size() > MOST_ANSWERS;
        }
    };

    MemoryCache(Clock clock) {
        this.clock = clock;
    }

    @Override
    public <V> Optional<V> get(CacheKey<V> key, Supplier<Optional<V>> loader) {
        Map<CacheTag, Long> before;
        synchronized (this) {
            before = current(key.tags());
            Answer answer = answers.get(key);
            if (answer != null && isGood(answer, before)) {
                return Optional.of(key.region().type().cast(answer.value()));
            }
        }
        Optional<V> loaded = loader.get();
        loaded.ifPresent(value -> put(key, value, before));
        return loaded;
    }

    private boolean isGood(@Nullable Answer answer, Map<CacheTag, Long> current) {
        return answer != null
                && answer.generations().equals(current)
                && clock.instant().isBefore(answer.expires());
    }

    private synchronized void put(CacheKey<?> key, Object value, Map<CacheTag, Long> before) {
        if (current(key.tags()).equals(before)) {
            answers.put(
                    key,
                    new Answer(value, before, clock.instant().plus(key.region().timeToLive())));
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
