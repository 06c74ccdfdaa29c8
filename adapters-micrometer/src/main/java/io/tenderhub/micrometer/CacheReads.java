package io.tenderhub.micrometer;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.tenderhub.cache.CacheFigures;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/** How caches answered, by region. A region is known from its first read on. */
final class CacheReads {
    private static final CacheFigures NONE = new CacheFigures(0, 0, 0);

    private final MeterRegistry registry;
    private final List<Supplier<Map<String, CacheFigures>>> caches = new CopyOnWriteArrayList<>();
    private final Set<String> regions = ConcurrentHashMap.newKeySet();

    CacheReads(MeterRegistry registry) {
        this.registry = registry;
    }

    void watch(Supplier<Map<String, CacheFigures>> figures) {
        caches.add(figures);
    }

    /** Takes up the regions that have come since. */
    void refresh() {
        for (Supplier<Map<String, CacheFigures>> cache : caches) {
            for (String region : cache.get().keySet()) {
                if (regions.add(region)) {
                    count(cache, region, "hit", CacheFigures::hits);
                    count(cache, region, "second-level", CacheFigures::secondLevelHits);
                    count(cache, region, "miss", CacheFigures::misses);
                }
            }
        }
    }

    private void count(
            Supplier<Map<String, CacheFigures>> cache,
            String region,
            String result,
            ToLongFunction<CacheFigures> figure) {
        FunctionCounter.builder(
                        "tenderhub.cache.reads",
                        cache,
                        now -> figure.applyAsLong(now.get().getOrDefault(region, NONE)))
                .description("Reads of cached answers.")
                .tags("region", region, "result", result)
                .register(registry);
    }
}
