package io.tenderhub.semantic;

import static java.util.Objects.requireNonNull;

import io.tenderhub.cache.Cache;
import io.tenderhub.cache.CacheKey;
import io.tenderhub.cache.CacheRegion;
import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.failure.UnavailableException;
import io.tenderhub.requirement.RequirementFinder;
import io.tenderhub.search.MeaningSearch;
import io.tenderhub.semantic.RankedTenders.RankedTender;
import io.tenderhub.tender.Organisation;
import io.tenderhub.tender.SearchMode;
import io.tenderhub.tender.StoredTender;
import io.tenderhub.tender.Tender;
import io.tenderhub.tender.TenderCatalog;
import io.tenderhub.tender.TenderHit;
import io.tenderhub.tender.TenderPage;
import io.tenderhub.tender.TenderQuery;
import io.tenderhub.tender.TenderSort;
import io.tenderhub.tender.TenderStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds tenders by what a text means, or by that and its words together. What was found is kept for a while under a name that the cursor
 * holds, so that pages neither repeat nor miss anything; what is shown of each tender comes from the truth, and one that is gone, or does
 * not pass the filter any more, is left out.
 */
public final class SearchByMeaning implements MeaningSearch {
    /** How many tenders such a search leads to at most; what comes behind has little to do with the text. */
    public static final int MOST = 200;

    private static final CacheRegion<RankedTenders> REGION =
            new CacheRegion<>("ranking", RankedTenders.class, Duration.ofMinutes(15));

    private final TenderCatalog words;
    private final TenderCatalog truth;
    private final SemanticIndex index;
    private final Embedder embedder;
    private final RequirementFinder requirements;
    private final Cache cache;

    /**
     * @param words searched for the words of a text
     * @param truth where what is shown comes from
     */
    public SearchByMeaning(
            TenderCatalog words,
            TenderCatalog truth,
            SemanticIndex index,
            Embedder embedder,
            RequirementFinder requirements,
            Cache cache) {
        this.words = requireNonNull(words);
        this.truth = requireNonNull(truth);
        this.index = requireNonNull(index);
        this.embedder = requireNonNull(embedder);
        this.requirements = requireNonNull(requirements);
        this.cache = requireNonNull(cache);
    }

    @Override
    public boolean isComplete() {
        try {
            return index.progress().isComplete();
        } catch (UnavailableException e) {
            return false;
        }
    }

    @Override
    public TenderPage search(TenderQuery query) {
        if (query.sort() != TenderSort.RELEVANCE) {
            throw new InvalidInputException(
                    "search",
                    "sort",
                    "must be relevance for what is found by its meaning: other orders leave it behind");
        }
        Optional<RankingCursor> cursor = query.cursor().map(text -> RankingCursor.read(text, query));
        RankedTenders ranking =
                cursor.map(place -> kept(place.ranking(), query)).orElseGet(() -> ranked(query));
        List<RankedTender> following = cursor.map(place ->
                        ranking.tenders().stream().filter(place::isBefore).toList())
                .orElse(ranking.tenders());
        List<TenderHit> hits = hits(following, query);
        if (hits.size() <= query.limit()) {
            return new TenderPage(hits, Optional.empty());
        }
        TenderHit last = hits.get(query.limit() - 1);
        String id = cursor.map(RankingCursor::ranking).orElseGet(ranking::id);
        kept(id, ranking);
        return new TenderPage(
                hits.subList(0, query.limit()),
                Optional.of(new RankingCursor(id, last.relevance(), last.ocid()).text(query)));
    }

    private RankedTenders kept(String id, TenderQuery query) {
        return cache.get(key(id), () -> Optional.of(ranked(query))).orElseGet(() -> ranked(query));
    }

    private void kept(String id, RankedTenders ranking) {
        cache.get(key(id), () -> Optional.of(ranking));
    }

    /** It stays as it is when tenders change: whoever is on his way through it would meet some twice. */
    private static CacheKey<RankedTenders> key(String id) {
        return new CacheKey<>(REGION, Optional.empty(), id, Set.of());
    }

    /** One more than the page takes, if there are so many. */
    private List<TenderHit> hits(List<RankedTender> following, TenderQuery query) {
        List<TenderHit> hits = new ArrayList<>();
        int wanted = query.limit() + 1;
        for (int from = 0; from < following.size() && hits.size() < wanted; from += wanted) {
            List<RankedTender> some = following.subList(from, Math.min(from + wanted, following.size()));
            Map<String, StoredTender> known = new HashMap<>();
            truth.findAll(some.stream().map(RankedTender::ocid).toList())
                    .forEach(stored -> known.put(stored.tender().ocid(), stored));
            some.stream()
                    .filter(ranked -> known.containsKey(ranked.ocid()))
                    .filter(ranked -> IndexedTenders.traits(
                                    known.get(ranked.ocid()).tender(), requirements)
                            .pass(query.filter()))
                    .map(ranked -> hit(known.get(ranked.ocid()).tender(), ranked))
                    .limit(wanted - hits.size())
                    .forEach(hits::add);
        }
        return hits;
    }

    private static TenderHit hit(Tender tender, RankedTender ranked) {
        return new TenderHit(
                tender.ocid(),
                tender.id(),
                tender.heading(),
                tender.buyingOrganisation().map(Organisation::name),
                tender.province(),
                tender.category(),
                tender.status().map(TenderStatus::code),
                tender.value(),
                tender.releaseDate(),
                tender.closesAt(),
                ranked.score(),
                ranked.highlights());
    }

    private RankedTenders ranked(TenderQuery query) {
        String text = query.text().orElseThrow();
        if (query.mode() == SearchMode.SEMANTIC) {
            return new RankedTenders(similar(text, query).stream()
                    .map(found -> new RankedTender(found.ocid(), found.similarity(), List.of()))
                    .toList());
        }
        ReciprocalRanks ranks = new ReciprocalRanks();
        byWords(ranks, Weights.WORDS, text, query);
        RelaxedText.of(text).ifPresent(relaxed -> byWords(ranks, Weights.SOME_WORDS, relaxed, query));
        try {
            ranks.add(
                    Weights.MEANING,
                    similar(text, query).stream().map(SimilarTender::ocid).toList());
        } catch (UnavailableException e) {
            // What the words find is better than nothing; that the index or the model is away is told where their state
            // is.
        }
        return ranks.ranked(MOST);
    }

    private List<SimilarTender> similar(String text, TenderQuery query) {
        Embedding meaning =
                embedder.embed(List.of(RelaxedText.withoutOperators(text))).get(0);
        return index.nearest(meaning, query.filter(), MOST).stream()
                .filter(found -> found.similarity() >= Weights.LEAST_SIMILARITY)
                .toList();
    }

    private void byWords(ReciprocalRanks ranks, double weight, String text, TenderQuery query) {
        List<TenderHit> hits = words.search(new TenderQuery(
                        Optional.of(text),
                        query.filter(),
                        SearchMode.TEXT,
                        TenderSort.RELEVANCE,
                        TenderQuery.HIGHEST_LIMIT,
                        Optional.empty()))
                .hits();
        ranks.add(weight, hits.stream().map(TenderHit::ocid).toList());
        hits.forEach(hit -> ranks.highlight(hit.ocid(), hit.highlights()));
    }

    /** Found by the judged queries of the benchmarks; see docs/performance.md. */
    private static final class Weights {
        static final double WORDS = 1;
        static final double SOME_WORDS = 0.5;
        static final double MEANING = 1;
        static final double LEAST_SIMILARITY = 0.2;

        private Weights() {}
    }
}
