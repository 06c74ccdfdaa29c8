package io.tenderhub.search;

import io.tenderhub.cache.Answer;
import io.tenderhub.cache.Cache;
import io.tenderhub.cache.CacheKey;
import io.tenderhub.cache.CacheRegion;
import io.tenderhub.cache.CacheTag;
import io.tenderhub.cache.EmergencyCopies;
import io.tenderhub.tender.TenderCatalog;
import io.tenderhub.tender.TenderPage;
import io.tenderhub.tender.TenderQuery;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Searches tenders; answers are kept for an hour, and a day in the second level, unless a tender changes. */
public final class TenderSearch {
    private static final CacheRegion<TenderPage> REGION =
            new CacheRegion<>("search", TenderPage.class, Duration.ofHours(1)).withSecondLevel();

    private final TenderCatalog catalog;
    private final Cache cache;

    public TenderSearch(TenderCatalog catalog, Cache cache) {
        this.catalog = catalog;
        this.cache = cache;
    }

    /**
     * @throws io.tenderhub.failure.InvalidInputException if the cursor is not one that was given for the same query
     * @throws io.tenderhub.failure.UnavailableException if the answer is not cached and the store can't be reached
     */
    public TenderPage search(TenderQuery query) {
        TenderQuery canonical = CanonicalQuery.of(query);
        return cache.get(key(canonical), () -> Optional.of(catalog.search(canonical)))
                .orElseGet(() -> catalog.search(canonical));
    }

    /**
     * The same, or what was known last while the truth is away.
     *
     * @throws io.tenderhub.failure.InvalidInputException if the cursor is not one that was given for the same query
     * @throws io.tenderhub.failure.UnavailableException if the store can't be reached and there is no copy
     */
    public Answer<TenderPage> search(TenderQuery query, EmergencyCopies copies) {
        TenderQuery canonical = CanonicalQuery.of(query);
        return copies.get(key(canonical), () -> Optional.of(catalog.search(canonical)))
                .orElseGet(() -> Answer.fresh(catalog.search(canonical)));
    }

    /** The catalogue is asked in the canonical form too: the cursor on a cached page then fits every way of writing it. */
    private static CacheKey<TenderPage> key(TenderQuery canonical) {
        return new CacheKey<>(REGION, Optional.empty(), CanonicalQuery.id(canonical), Set.of(CacheTag.SEARCHES));
    }
}
