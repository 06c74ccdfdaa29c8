package io.tenderhub.search;

import static java.util.Objects.requireNonNull;

import io.tenderhub.cache.Answer;
import io.tenderhub.cache.Cache;
import io.tenderhub.cache.CacheKey;
import io.tenderhub.cache.CacheRegion;
import io.tenderhub.cache.CacheTag;
import io.tenderhub.cache.EmergencyCopies;
import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.tender.SearchMode;
import io.tenderhub.tender.TenderCatalog;
import io.tenderhub.tender.TenderPage;
import io.tenderhub.tender.TenderQuery;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Searches tenders; answers are kept for an hour, and a day in the second level, unless a tender changes. What is found by its meaning
 * comes from an index that may lag behind, so it is kept for a quarter of an hour and nowhere longer.
 */
public final class TenderSearch {
    private static final CacheRegion<TenderPage> REGION =
            new CacheRegion<>("search", TenderPage.class, Duration.ofHours(1)).withSecondLevel();
    private static final CacheRegion<TenderPage> BY_MEANING =
            new CacheRegion<>("search-by-meaning", TenderPage.class, Duration.ofMinutes(15));

    private final TenderCatalog catalog;
    private final Optional<MeaningSearch> meaning;
    private final Cache cache;

    /** @param meaning empty where tenders are found by their words alone */
    public TenderSearch(TenderCatalog catalog, Optional<MeaningSearch> meaning, Cache cache) {
        this.catalog = requireNonNull(catalog);
        this.meaning = requireNonNull(meaning);
        this.cache = requireNonNull(cache);
    }

    /**
     * @throws io.tenderhub.failure.InvalidInputException if the cursor is not one that was given for the same query, or search by
     *     meaning is switched off and asked for
     * @throws io.tenderhub.failure.UnavailableException if the answer is not cached and the store can't be reached
     */
    public TenderPage search(TenderQuery query) {
        TenderQuery canonical = CanonicalQuery.of(query);
        if (!mayBeKept(canonical)) {
            return load(canonical);
        }
        return cache.get(key(canonical), () -> Optional.of(load(canonical))).orElseGet(() -> load(canonical));
    }

    /**
     * The same, or what was known last while the truth is away.
     *
     * @throws io.tenderhub.failure.InvalidInputException as {@link #search(TenderQuery)}
     * @throws io.tenderhub.failure.UnavailableException if the store can't be reached and there is no copy
     */
    public Answer<TenderPage> search(TenderQuery query, EmergencyCopies copies) {
        TenderQuery canonical = CanonicalQuery.of(query);
        if (!mayBeKept(canonical)) {
            return Answer.fresh(load(canonical));
        }
        return copies.get(key(canonical), () -> Optional.of(load(canonical)))
                .orElseGet(() -> Answer.fresh(load(canonical)));
    }

    private TenderPage load(TenderQuery canonical) {
        return canonical.mode() == SearchMode.TEXT
                ? catalog.search(canonical)
                : meaning.orElseThrow(TenderSearch::switchedOff).search(canonical);
    }

    /** Not what is found while an index is still being filled: it would be missing what comes in meanwhile. */
    private boolean mayBeKept(TenderQuery canonical) {
        return canonical.mode() == SearchMode.TEXT
                || meaning.map(MeaningSearch::isComplete).orElse(true);
    }

    private static InvalidInputException switchedOff() {
        return new InvalidInputException("search", "mode", "search by meaning is switched off here");
    }

    /** The catalogue is asked in the canonical form too: the cursor on a cached page then fits every way of writing it. */
    private static CacheKey<TenderPage> key(TenderQuery canonical) {
        CacheRegion<TenderPage> region = canonical.mode() == SearchMode.TEXT ? REGION : BY_MEANING;
        return new CacheKey<>(region, Optional.empty(), CanonicalQuery.id(canonical), Set.of(CacheTag.SEARCHES));
    }
}
