package io.tenderhub.search;

import static java.util.Objects.requireNonNull;

import io.tenderhub.cache.Answer;
import io.tenderhub.cache.Cache;
import io.tenderhub.cache.CacheKey;
import io.tenderhub.cache.CacheRead;
import io.tenderhub.cache.CacheRegion;
import io.tenderhub.cache.CacheTag;
import io.tenderhub.cache.EmergencyCopies;
import io.tenderhub.duplicate.Duplicates;
import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.failure.UnavailableException;
import io.tenderhub.tender.SearchMode;
import io.tenderhub.tender.TenderCatalog;
import io.tenderhub.tender.TenderFilter;
import io.tenderhub.tender.TenderHit;
import io.tenderhub.tender.TenderPage;
import io.tenderhub.tender.TenderQuery;
import io.tenderhub.tender.TenderSort;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Searches tenders; answers are kept for an hour, and a day in the second level, unless a tender changes. What is found by its meaning
 * comes from an index that may lag behind, so it is kept for a quarter of an hour and nowhere longer.
 */
public final class TenderSearch {
    private static final CacheRegion<FoundPage> REGION =
            new CacheRegion<>("search", FoundPage.class, Duration.ofHours(1)).withSecondLevel();
    private static final CacheRegion<FoundPage> BY_MEANING =
            new CacheRegion<>("search-by-meaning", FoundPage.class, Duration.ofMinutes(15));
    private static final CacheRegion<Facets> FACETS =
            new CacheRegion<>("facets", Facets.class, Duration.ofHours(1)).withSecondLevel();
    /** Who finds fewer is asked whether he meant something else. */
    private static final int FEW = 3;

    private final TenderCatalog catalog;
    private final FacetCatalog facetCatalog;
    private final Spelling spelling;
    private final Optional<MeaningSearch> meaning;
    private final Duplicates duplicates;
    private final Cache cache;

    /** @param meaning empty where tenders are found by their words alone */
    public TenderSearch(
            TenderCatalog catalog,
            FacetCatalog facetCatalog,
            Vocabulary vocabulary,
            Optional<MeaningSearch> meaning,
            Duplicates duplicates,
            Cache cache) {
        this.catalog = requireNonNull(catalog);
        this.facetCatalog = requireNonNull(facetCatalog);
        this.spelling = new Spelling(requireNonNull(vocabulary), this::isRare);
        this.meaning = requireNonNull(meaning);
        this.duplicates = requireNonNull(duplicates);
        this.cache = requireNonNull(cache);
    }

    /**
     * @throws InvalidInputException if the cursor is not one that was given for the same query, if search by meaning is switched off
     *     and asked for, or if the order is one that only a team has
     * @throws UnavailableException if the answer is not cached and the store can't be reached
     */
    public TenderPage search(TenderQuery query) {
        TenderQuery canonical = CanonicalQuery.of(query);
        return read(canonical).value().orElseGet(() -> load(canonical)).page();
    }

    /**
     * The same, and what the query's text was probably meant to be, where few are found.
     *
     * @throws InvalidInputException as {@link #search}
     */
    Searched answer(TenderQuery query) {
        TenderQuery canonical = CanonicalQuery.of(query);
        return searched(query, canonical, read(canonical));
    }

    /**
     * The same, or what was known last while the truth is away.
     *
     * @throws InvalidInputException as {@link #search}
     * @throws UnavailableException if the store can't be reached and there is no copy
     */
    Answer<Searched> answer(TenderQuery query, EmergencyCopies copies) {
        TenderQuery canonical = CanonicalQuery.of(query);
        return mayBeKept(canonical)
                ? copies.read(key(canonical), () -> Optional.of(load(canonical)))
                        .map(read -> searched(query, canonical, read))
                : Answer.fresh(searched(query, canonical, read(canonical)));
    }

    /** What all have in common that the query finds by words, or lets through by its filter if it asks for a meaning. */
    Facets facets(TenderQuery query) {
        TenderQuery counted = counted(query);
        return cache.get(facetsKey(counted), () -> Optional.of(count(counted))).orElseGet(() -> count(counted));
    }

    /** The same, or what was known last while the truth is away; empty if nothing was. */
    Optional<Facets> facets(TenderQuery query, EmergencyCopies copies) {
        TenderQuery counted = counted(query);
        try {
            return copies.get(facetsKey(counted), () -> Optional.of(count(counted)))
                    .map(Answer::value);
        } catch (UnavailableException truthIsAway) {
            return Optional.empty();
        }
    }

    private CacheRead<FoundPage> read(TenderQuery canonical) {
        return mayBeKept(canonical)
                ? cache.read(key(canonical), () -> Optional.of(load(canonical)))
                : CacheRead.loaded(Optional.of(load(canonical)));
    }

    private Searched searched(TenderQuery query, TenderQuery canonical, CacheRead<FoundPage> read) {
        FoundPage found = read.value().orElseGet(() -> load(canonical));
        return new Searched(
                found.page(),
                query.text().flatMap(text -> Spelling.corrected(text, found.corrections())),
                found.groups(),
                read.cached());
    }

    /** Not what is found while an index is still being filled: it would be missing what comes in meanwhile. */
    private boolean mayBeKept(TenderQuery canonical) {
        return canonical.mode() == SearchMode.TEXT
                || meaning.map(MeaningSearch::isComplete).orElse(true);
    }

    private FoundPage load(TenderQuery canonical) {
        if (canonical.sort() == TenderSort.READINESS) {
            throw new InvalidInputException("search", "sort", "readiness is known of teams alone");
        }
        if (canonical.mode() != SearchMode.TEXT) {
            TenderPage page = meaning.orElseThrow(TenderSearch::switchedOff).search(canonical);
            return new FoundPage(page, List.of(), groups(page));
        }
        TenderPage page = catalog.search(canonical);
        return new FoundPage(
                page, canonical.cursor().isEmpty() ? corrections(canonical, page) : List.of(), groups(page));
    }

    private Map<String, List<String>> groups(TenderPage page) {
        return duplicates.groups(page.hits().stream().map(TenderHit::ocid).toList());
    }

    /** A page that was found otherwise. */
    Searched grouped(TenderPage page) {
        return new Searched(page, Optional.empty(), groups(page), false);
    }

    private static InvalidInputException switchedOff() {
        return new InvalidInputException("search", "mode", "search by meaning is switched off here");
    }

    private List<Correction> corrections(TenderQuery canonical, TenderPage page) {
        int found = page.hits().size();
        if (canonical.text().isEmpty() || found >= Math.min(FEW, canonical.limit())) {
            return List.of();
        }
        String text = canonical.text().get();
        List<Correction> corrections = spelling.corrections(text);
        return Spelling.corrected(text, corrections)
                .filter(meant -> found(meant, canonical.filter()) > found)
                .map(meant -> corrections)
                .orElse(List.of());
    }

    private boolean isRare(String word) {
        return found(word, TenderFilter.ALL) < FEW;
    }

    /** How many, up to a few. */
    private int found(String text, TenderFilter filter) {
        TenderQuery few =
                new TenderQuery(Optional.of(text), filter, SearchMode.TEXT, TenderSort.NEWEST, FEW, Optional.empty());
        return catalog.search(few).hits().size();
    }

    private static TenderQuery counted(TenderQuery query) {
        TenderQuery canonical = CanonicalQuery.of(query);
        return new TenderQuery(
                canonical.mode() == SearchMode.TEXT ? canonical.text() : Optional.empty(),
                canonical.filter(),
                SearchMode.TEXT,
                TenderSort.NEWEST,
                TenderQuery.DEFAULT_LIMIT,
                Optional.empty());
    }

    private Facets count(TenderQuery counted) {
        return facetCatalog.facets(counted.text(), counted.filter());
    }

    private static CacheKey<Facets> facetsKey(TenderQuery counted) {
        return new CacheKey<>(FACETS, Optional.empty(), CanonicalQuery.id(counted), Set.of(CacheTag.SEARCHES));
    }

    /** The catalogue is asked in the canonical form too: the cursor on a cached page then fits every way of writing it. */
    private static CacheKey<FoundPage> key(TenderQuery canonical) {
        CacheRegion<FoundPage> region = canonical.mode() == SearchMode.TEXT ? REGION : BY_MEANING;
        return new CacheKey<>(region, Optional.empty(), CanonicalQuery.id(canonical), Set.of(CacheTag.SEARCHES));
    }
}
