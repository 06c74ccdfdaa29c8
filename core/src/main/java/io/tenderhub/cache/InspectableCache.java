package io.tenderhub.cache;

import java.util.Optional;

/** A cache that tells what it holds. */
public interface InspectableCache extends KeepingCache {

    /**
     * What a reader would get without loading anything; empty if a reader would load, if absence is what is cached, and if the
     * store can't be reached. Changes nothing, and counts as no read.
     */
    <V> Optional<V> peek(CacheKey<V> key);
}
