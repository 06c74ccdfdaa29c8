package io.tenderhub.cache;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * One kind of cached answer.
 *
 * @param name part of the key, {@code a-z} and {@code -}
 * @param type of the answers: a record made of records, texts, numbers, times, optionals and lists
 * @param timeToLive how long an answer may be served at most; adapters take up to a tenth off at random, so that
 *     answers cached together do not all expire together
 */
public record CacheRegion<V>(String name, Class<V> type, Duration timeToLive) {
    public CacheRegion {
        requireNonNull(name);
        requireNonNull(type);
        requireNonNull(timeToLive);
    }
}
