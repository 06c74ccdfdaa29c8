package io.tenderhub.redis;

import io.tenderhub.cache.CacheFigures;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts how reads were answered. */
final class Figures {
    private final Map<String, OfRegion> regions = new ConcurrentHashMap<>();

    OfRegion of(String region) {
        return regions.computeIfAbsent(region, name -> new OfRegion());
    }

    Map<String, CacheFigures> now() {
        Map<String, CacheFigures> now = new TreeMap<>();
        regions.forEach((name, region) -> now.put(name, region.now()));
        return now;
    }

    static final class OfRegion {
        private final LongAdder hits = new LongAdder();
        private final LongAdder secondLevelHits = new LongAdder();
        private final LongAdder misses = new LongAdder();

        void hit() {
            hits.increment();
        }

        void count(Miss<?> miss) {
            (miss.isFoundBelow() ? secondLevelHits : misses).increment();
        }

        void miss() {
            misses.increment();
        }

        private CacheFigures now() {
            return new CacheFigures(hits.sum(), secondLevelHits.sum(), misses.sum());
        }
    }
}
