package io.tenderhub.cache;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.function.Predicate;

/**
 * One kind of cached answer.
 *
 * @param name part of the key, {@code a-z} and {@code -}
 * @param type of the answers: a record made of records, texts, numbers, times, optionals and lists
 * @param timeToLive how long an answer stays in the first level at most; adapters take up to a tenth off at random, so that
 *     answers cached together do not all expire together
 * @param absentFor how long at most it is remembered that there is no answer; zero for not at all
 * @param keeps whether an answer may be cached; one that may not, such as an incomplete one, is given to those who wait for it
 *     and kept nowhere
 * @param secondLevel whether answers also go to the second level, where there is one. They stay there for up to 24 hours and
 *     come back from there, so {@code timeToLive} no longer bounds their age: invalidations must
 */
public record CacheRegion<V>(
        String name,
        Class<V> type,
        Duration timeToLive,
        Duration absentFor,
        Predicate<? super V> keeps,
        boolean secondLevel) {
    public CacheRegion {
        requireNonNull(name);
        requireNonNull(type);
        requireNonNull(timeToLive);
        requireNonNull(keeps);
        if (absentFor.isNegative()) {
            throw new IllegalArgumentException("absence is remembered for no negative time, such as " + absentFor);
        }
    }

    /** Keeps every answer, in the first level alone, and remembers no absence. */
    public CacheRegion(String name, Class<V> type, Duration timeToLive) {
        this(name, type, timeToLive, Duration.ZERO, answer -> true, false);
    }

    /** With absence remembered for so long. */
    public CacheRegion<V> withAbsentFor(Duration time) {
        return new CacheRegion<>(name, type, timeToLive, time, keeps, secondLevel);
    }

    /** Keeping only such answers. */
    public CacheRegion<V> withKeeps(Predicate<? super V> only) {
        return new CacheRegion<>(name, type, timeToLive, absentFor, only, secondLevel);
    }

    /** With the second level. */
    public CacheRegion<V> withSecondLevel() {
        return new CacheRegion<>(name, type, timeToLive, absentFor, keeps, true);
    }
}
