package io.tenderhub.semantic;

import static io.tenderhub.semantic.Stand.tender;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tenderhub.cache.CacheTag;
import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.failure.UnavailableException;
import io.tenderhub.requirement.RequirementFinder;
import io.tenderhub.tender.SearchMode;
import io.tenderhub.tender.Tender;
import io.tenderhub.tender.TenderHit;
import io.tenderhub.tender.TenderPage;
import io.tenderhub.tender.TenderQuery;
import io.tenderhub.tender.TenderQueryBuilder;
import io.tenderhub.tender.TenderSort;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SearchByMeaningTest {
    private final Stand stand = new Stand();

    @Test
    void aTenderIsFoundThoughItSharesNoWordWithTheText() {
        stand.store(
                tender("a", "Ablution facilities at a college").build(),
                tender("b", "Asphalt").build());
        stand.follow();

        assertThat(found(query(SearchMode.TEXT, "school toilets"))).isEmpty();
        assertThat(found(query(SearchMode.SEMANTIC, "school toilets"))).containsExactly("a");
        assertThat(found(query(SearchMode.HYBRID, "school toilets"))).containsExactly("a");
    }

    @Test
    void whatBothWaysFindComesBeforeWhatOneFinds() {
        stand.store(
                tender("a", "Sanitation at a college").build(),
                tender("b", "School toilets").build(),
                tender("c", "Photographs of a school, and also of toilets, in print with frames")
                        .build());
        stand.follow();

        assertThat(found(query(SearchMode.HYBRID, "school toilets"))).startsWith("b");
    }

    @Test
    void whenTheModelIsAwayHybridFindsByWordsAndMeaningAloneSaysSo() {
        stand.store(tender("b", "School toilets").build());
        SearchByMeaning without = new SearchByMeaning(
                stand.hub.tenderCatalog(),
                stand.hub.tenderCatalog(),
                stand.index,
                new Embedder() {
                    @Override
                    public EmbeddingModel model() {
                        return stand.embedder.model();
                    }

                    @Override
                    public List<Embedding> embed(List<String> texts) {
                        throw new UnavailableException("the model", "not here", null);
                    }
                },
                new RequirementFinder(),
                stand.hub.cache());

        assertThat(without.search(query(SearchMode.HYBRID, "toilets").build()).hits())
                .hasSize(1);
        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() ->
                        without.search(query(SearchMode.SEMANTIC, "toilets").build()));
    }

    @Test
    void whatIsShownComesFromTheTruthAndWhatIsGoneIsLeftOut() {
        stand.store(tender("a", "Toilets").build());
        stand.follow();
        stand.index.put(List.of(stand.ghost("gone", "toilets")));
        stand.store(Tender.builder("a", Stand.PUBLISHED.plusSeconds(1))
                .title("New toilets")
                .build());

        List<TenderHit> hits = stand.search
                .search(query(SearchMode.SEMANTIC, "toilets").build())
                .hits();

        assertThat(hits).extracting(TenderHit::heading).containsExactly("New toilets");
    }

    @Test
    void aTenderThatDoesNotPassTheFilterAnyMoreIsLeftOutThoughTheIndexLags() {
        stand.store(tender("a", "Toilets").province("Limpopo").build());
        stand.follow();
        stand.store(Tender.builder("a", Stand.PUBLISHED.plusSeconds(1))
                .title("Toilets")
                .province("Gauteng")
                .build());

        assertThat(found(query(SearchMode.HYBRID, "ablution").provinces(Set.of("limpopo"))))
                .isEmpty();
    }

    @Test
    void filtersHoldForBothWays() {
        stand.store(
                tender("a", "Ablution").province("Limpopo").build(),
                tender("b", "Toilets").province("Gauteng").build());
        stand.follow();

        assertThat(found(query(SearchMode.HYBRID, "toilets").provinces(Set.of("limpopo"))))
                .containsExactly("a");
    }

    @Test
    void anotherOrderIsRefused() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> stand.search.search(query(SearchMode.HYBRID, "toilets")
                        .sort(TenderSort.NEWEST)
                        .build()))
                .satisfies(
                        e -> assertThat(e.problems()).extracting(p -> p.path()).containsExactly("sort"));
    }

    @Test
    void pagesRepeatAndMissNothingWhileTendersComeAndChange() {
        stand.store(IntStream.range(0, 60)
                .mapToObj(i -> tender("t" + (100 + i), i % 2 == 0 ? "Toilets no " + i : "Ablution no " + i)
                        .build())
                .toArray(Tender[]::new));
        stand.follow();
        List<String> all = found(query(SearchMode.HYBRID, "toilets").limit(100));
        List<String> paged = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        int page = 0;
        do {
            TenderPage got = stand.search.search(query(SearchMode.HYBRID, "toilets")
                    .limit(7)
                    .cursor(cursor.orElse(null))
                    .build());
            got.hits().forEach(hit -> paged.add(hit.ocid()));
            cursor = got.nextCursor();
            stand.store(tender("new" + page++, "Toilets toilets").build());
            stand.hub.cache().invalidate(Set.of(CacheTag.SEARCHES));
            stand.follow();
        } while (cursor.isPresent());

        assertThat(all).hasSize(60);
        assertThat(paged).isEqualTo(all);
    }

    @Test
    void aCursorOfAnotherQueryIsRefused() {
        stand.store(IntStream.range(0, 3)
                .mapToObj(i -> tender("t" + i, "Toilets").build())
                .toArray(Tender[]::new));
        stand.follow();
        String cursor = stand.search
                .search(query(SearchMode.HYBRID, "toilets").limit(1).build())
                .nextCursor()
                .orElseThrow();

        for (TenderQueryBuilder other : List.of(
                query(SearchMode.SEMANTIC, "toilets").cursor(cursor),
                query(SearchMode.HYBRID, "school").cursor(cursor),
                query(SearchMode.HYBRID, "toilets").provinces(Set.of("x")).cursor(cursor),
                query(SearchMode.HYBRID, "toilets").cursor("nonsense"))) {
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> stand.search.search(other.build()))
                    .satisfies(e ->
                            assertThat(e.problems()).extracting(p -> p.path()).containsExactly("cursor"));
        }
    }

    @Test
    void whatIsFoundWhileTheIndexIsBeingFilledIsNotKept() {
        stand.store(tender("a", "Ablution").build());
        assertThat(found(query(SearchMode.HYBRID, "toilets"))).isEmpty();
        stand.follow();

        assertThat(found(query(SearchMode.HYBRID, "toilets"))).containsExactly("a");
    }

    private List<String> found(TenderQueryBuilder query) {
        return stand.search.search(query.build()).hits().stream()
                .map(TenderHit::ocid)
                .toList();
    }

    private static TenderQueryBuilder query(SearchMode mode, String text) {
        return TenderQuery.builder().mode(mode).text(text);
    }
}
