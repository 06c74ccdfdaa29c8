package io.tenderhub.redis;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tenderhub.cache.CacheKey;
import org.jspecify.annotations.Nullable;

/**
 * Answers as objects in the memory of this process, in front of Redis, bounded by about how much they take. Whether one counts is for
 * the reader to find out. Readers share the objects, which nobody can change.
 */
final class NearAnswers {
    /** What an answer takes besides its content: its place, its keys. */
    private static final int FRAME = 1_000;
    /** Objects and their texts against their JSON. */
    private static final int OBJECTS_TO_JSON = 2;

    private final boolean on;
    private final Cache<CacheKey<?>, Near<?>> answers;

    /** @param bytes none for no answers at all */
    NearAnswers(long bytes) {
        this.on = bytes > 0;
        this.answers = Caffeine.newBuilder()
                .maximumWeight(bytes)
                .weigher((CacheKey<?> key, Near<?> answer) -> answer.weight())
                // No threads but those of the readers.
                .executor(Runnable::run)
                .build();
    }

    boolean isOn() {
        return on;
    }

    @SuppressWarnings("unchecked")
    <V> @Nullable Near<V> find(CacheKey<V> key) {
        // What is kept under a key was kept as its type.
        Near<V> answer = on ? (Near<V>) answers.getIfPresent(key) : null;
        if (answer != null && answer.expires() - System.nanoTime() <= 0) {
            answers.asMap().remove(key, answer);
            return null;
        }
        return answer;
    }

    <V> void keep(CacheKey<V> key, Near<V> answer) {
        if (on) {
            answers.put(key, answer);
        }
    }

    /** @param json how long the answer is as JSON */
    static int weight(CacheKey<?> key, int json) {
        return (int) Math.min(Integer.MAX_VALUE, FRAME + 2L * key.id().length() + (long) OBJECTS_TO_JSON * json);
    }
}
