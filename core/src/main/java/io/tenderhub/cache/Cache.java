package io.tenderhub.cache;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A read-through cache of answers that may vanish at any moment.
 *
 * <p>After {@link #invalidate} has returned, no reader on any node gets an answer that was loaded before it began, and none
 * writes one back: a load that began before an invalidation can't fill the cache after it. When the cache's store is away,
 * reads go to the loader and nothing fails.
 */
public interface Cache {

    /**
     * The cached answer, or the loader's, which is then cached as its region says. Failures of the loader pass through and
     * are not cached.
     *
     * @param loader asks the source; must not depend on who asks, for readers of the same key may share its answer
     */
    default <V> Optional<V> get(CacheKey<V> key, Supplier<Optional<V>> loader) {
        return read(key, loader).value();
    }

    /** As {@link #get}, telling also whether the answer was cached. */
    <V> CacheRead<V> read(CacheKey<V> key, Supplier<Optional<V>> loader);

    /**
     * Ends every answer that carries one of these tags. The cost does not depend on how many answers there are.
     *
     * @throws io.tenderhub.failure.UnavailableException if the store could not be told; try again, or old answers may be
     *     served until they expire
     */
    void invalidate(Set<CacheTag> tags);
}
