package io.tenderhub.cache;

import java.util.Optional;

/** A cache that still knows, of some regions, what its answers were when they do not count any more. */
public interface KeepingCache extends Cache {

    /**
     * What was loaded last under this key, whether it counts or was ended by an invalidation or its time: an emergency copy, for
     * when the source can't be asked. Changes nothing, and no read by {@link #get} is answered with it.
     *
     * @return empty if the region has no second level, if nothing was loaded within the last 24 hours, if a later load found
     *     that there is no answer any more, or if the store of the copies can't be reached
     */
    <V> Optional<Kept<V>> lastKnown(CacheKey<V> key);
}
