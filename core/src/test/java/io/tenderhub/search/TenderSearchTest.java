package io.tenderhub.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenderhub.cache.CacheTag;
import io.tenderhub.duplicate.Duplicates;
import io.tenderhub.duplicate.Fingerprint;
import io.tenderhub.duplicate.TenderFingerprint;
import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.memory.InMemoryHub;
import io.tenderhub.tender.SearchMode;
import io.tenderhub.tender.Tender;
import io.tenderhub.tender.TenderHit;
import io.tenderhub.tender.TenderPage;
import io.tenderhub.tender.TenderQuery;
import io.tenderhub.tender.TenderQueryBuilder;
import io.tenderhub.tender.TenderSort;
import io.tenderhub.tender.TenderToStore;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TenderSearchTest {
    private final InMemoryHub hub = new InMemoryHub(Clock.systemUTC());
    private final TenderSearch search = search(Optional.empty());

    private TenderSearch search(Optional<MeaningSearch> meaning) {
        return new TenderSearch(
                hub.tenderCatalog(),
                hub.facetCatalog(),
                hub.vocabulary(),
                meaning,
                new Duplicates(hub.tenderCatalog(), hub.fingerprints()),
                hub.cache());
    }

    /** Finds the same, whatever is asked. */
    private record Found(TenderPage page, boolean isComplete) implements MeaningSearch {
        @Override
        public TenderPage search(TenderQuery query) {
            return page;
        }
    }

    private void store(String... ocids) {
        hub.unitOfWork()
                .forSystem(transaction -> transaction
                        .tenders()
                        .saveAll(List.of(ocids).stream()
                                .map(ocid -> new TenderToStore(
                                        Tender.builder(ocid, Instant.EPOCH)
                                                .title("Water pipes")
                                                .province("Gauteng")
                                                .build(),
                                        Set.of()))
                                .toList()));
    }

    private static String id(TenderQueryBuilder query) {
        return CanonicalQuery.id(CanonicalQuery.of(query.build()));
    }

    private static TenderQueryBuilder query() {
        return TenderQuery.builder();
    }

    @Test
    void sameMeaningHasTheSameKey() {
        assertThat(id(query().text("  Water \n pipes "))).isEqualTo(id(query().text("water pipes")));
        assertThat(id(query().text(" "))).isEqualTo(id(query()));
        assertThat(id(query().provinces(Set.of("Gauteng", "LIMPOPO"))))
                .isEqualTo(id(query().provinces(Set.of("limpopo", "gauteng", "GAUTENG"))));
        assertThat(id(query().valueFrom(new BigDecimal("1000.00"))))
                .isEqualTo(id(query().valueFrom(new BigDecimal("1E3"))));
        assertThat(id(query().includeUndisclosed(false))).isEqualTo(id(query()));
        assertThat(id(query().text("pipes water PIPES"))).isEqualTo(id(query().text("water pipes")));
        assertThat(id(query().text("caf\u00e9"))).isEqualTo(id(query().text("cafe")));
        assertThat(id(query().text("b OR \"a\" or b"))).isEqualTo(id(query().text("a or b")));
        assertThat(id(query().sort(TenderSort.NEWEST))).isEqualTo(id(query()));
        assertThat(id(query().highestGrade(9))).isEqualTo(id(query()));
        assertThat(id(query().provinces(Set.of(" Gauteng")))).isEqualTo(id(query().provinces(Set.of("gauteng"))));
        assertThat(id(query().mode(SearchMode.HYBRID))).isEqualTo(id(query()));
    }

    @Test
    void anotherMeaningHasAnotherKey() {
        assertThat(List.of(
                        id(query()),
                        id(query().text("a")),
                        id(query().text("-")),
                        id(query().provinces(Set.of("a"))),
                        id(query().buyers(Set.of("a"))),
                        id(query().categories(Set.of("a"))),
                        id(query().categories(Set.of("a", "b"))),
                        id(query().categories(Set.of("a\",\"b"))),
                        id(query().closingFrom(Instant.EPOCH)),
                        id(query().closingTo(Instant.EPOCH)),
                        id(query().publishedFrom(Instant.EPOCH)),
                        id(query().valueFrom(BigDecimal.ONE)),
                        id(query().valueFrom(BigDecimal.ONE).includeUndisclosed(false)),
                        id(query().valueTo(BigDecimal.ONE)),
                        id(query().compulsoryBriefing(true)),
                        id(query().compulsoryBriefing(false)),
                        id(query().sort(TenderSort.VALUE)),
                        id(query().text("a").sort(TenderSort.NEWEST)),
                        id(query().text("a b")),
                        id(query().text("\"a b\"")),
                        id(query().text("\"b a\"")),
                        id(query().text("a or b")),
                        id(query().text("a -b")),
                        id(query().text("-a b")),
                        id(query().text("a b or c")),
                        id(query().text("a or b c")),
                        id(query().text("a b").mode(SearchMode.SEMANTIC)),
                        id(query().text("b a").mode(SearchMode.SEMANTIC)),
                        id(query().text("b a").mode(SearchMode.HYBRID)),
                        id(query().highestGrade(8)),
                        id(query().limit(5)),
                        id(query().cursor("a"))))
                .doesNotHaveDuplicates();
    }

    @Test
    void answersFromTheCacheUntilTendersChange() {
        store("ocds-1");
        assertThat(search.search(query().build()).hits()).hasSize(1);
        store("ocds-2");
        assertThat(search.search(query().build()).hits()).hasSize(1);

        hub.cache().invalidate(Set.of(CacheTag.SEARCHES));

        assertThat(search.search(query().build()).hits()).hasSize(2);
    }

    @Test
    void theCursorOfOneWayOfWritingAQueryFitsEveryOther() {
        store("ocds-1", "ocds-2");
        TenderPage first = search.search(query().text("WATER  pipes")
                .provinces(Set.of("GAUTENG"))
                .limit(1)
                .build());

        TenderPage second = search.search(query().text("water pipes")
                .provinces(Set.of("gauteng"))
                .limit(1)
                .cursor(first.nextCursor().orElseThrow())
                .build());

        assertThat(second.hits()).extracting(TenderHit::ocid).containsExactly("ocds-2");
    }

    @Test
    void asksForTheMeaningOnlyWhereThereIsAText() {
        store("ocds-1");
        TenderPage byMeaning = new TenderPage(List.of(), Optional.of("next"));
        TenderSearch both = search(Optional.of(new Found(byMeaning, true)));

        for (SearchMode mode : List.of(SearchMode.SEMANTIC, SearchMode.HYBRID)) {
            assertThat(both.search(query().text("pipes").mode(mode).build())).isEqualTo(byMeaning);
            assertThat(both.search(query().text(" ").mode(mode).build()).hits()).hasSize(1);
        }
        assertThat(both.search(query().text("pipes").build()).hits()).hasSize(1);
    }

    @Test
    void refusesToSearchByMeaningWhereThatIsSwitchedOff() {
        TenderQuery query = query().text("pipes").mode(SearchMode.HYBRID).build();

        assertThatThrownBy(() -> search.search(query))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("search: mode: search by meaning is switched off here");
    }

    @Test
    void keepsNothingThatAnIncompleteIndexFinds() {
        TenderSearch filling = search(Optional.of(new Found(new TenderPage(List.of(), Optional.empty()), false)));
        TenderQuery query = query().text("pipes").mode(SearchMode.SEMANTIC).build();
        filling.search(query);

        TenderPage later = new TenderPage(List.of(), Optional.of("next"));
        assertThat(search(Optional.of(new Found(later, true))).search(query)).isEqualTo(later);
    }

    @Test
    void countsOnceWhateverTheOrderAndThePage() {
        store("ocds-1", "ocds-2");
        Facets facets = search.facets(query().text("Pipes water").build());
        assertThat(facets.provinces()).containsExactly(new FacetCount("Gauteng", 2));
        store("ocds-3");

        assertThat(search.facets(query().text("water pipes")
                        .sort(TenderSort.VALUE)
                        .limit(3)
                        .cursor("x")
                        .build()))
                .isEqualTo(facets);
        assertThat(search.facets(query().text("water").build()).tenders()).isEqualTo(3);
    }

    @Test
    void tellsWhatWasProbablyMeantWhereThatFindsMore() {
        store("ocds-1", "ocds-2", "ocds-3");
        hub.vocabulary().learn(List.of("water", "pipes"));

        assertThat(search.answer(query().text("Wather \"PIPES\"").build()).didYouMean())
                .contains("water \"PIPES\"");
        assertThat(search.answer(query().text("pipes  wather").build()).didYouMean())
                .contains("pipes  water");
        assertThat(search.answer(query().text("wather pipes").build()).cached()).isTrue();
        assertThat(search.answer(query().text("water pipes").build()).didYouMean())
                .isEmpty();
        assertThat(search.answer(query().text("wather bricks").build()).didYouMean())
                .as("finds no more")
                .isEmpty();
        assertThat(search.answer(query().text("-wather").build()).didYouMean()).isEmpty();
    }

    @Test
    void refusesTheOrderOfATeamsReadiness() {
        TenderQuery query = query().sort(TenderSort.READINESS).build();

        assertThatThrownBy(() -> search.search(query)).hasMessageContaining("sort: readiness is known of teams alone");
    }

    @Test
    void tellsWhichOfAPageSayNearlyTheSame() {
        List<Tender> tenders = List.of(
                advertised("ocds-1", "Repair of the roof of the clinic at the river, RFQ 1"),
                advertised("ocds-2", "Supply and delivery of laboratory equipment to the university"),
                advertised("ocds-3", "Re-advertised: repair of the roof of the clinic at the river, RFQ 2"));
        hub.unitOfWork()
                .forSystem(transaction -> transaction
                        .tenders()
                        .saveAll(tenders.stream()
                                .map(tender -> new TenderToStore(tender, Set.of()))
                                .toList()));
        hub.fingerprints()
                .saveAll(tenders.stream()
                        .map(tender -> new TenderFingerprint(
                                tender.ocid(), 1, Fingerprint.of(tender).orElseThrow()))
                        .toList());

        assertThat(search.answer(query().build()).groups()).isEqualTo(Map.of("ocds-1", List.of("ocds-3")));
        assertThat(search.answer(query().build()))
                .extracting(Searched::groups, Searched::cached)
                .containsExactly(Map.of("ocds-1", List.of("ocds-3")), true);
    }

    private static Tender advertised(String ocid, String title) {
        return Tender.builder(ocid, Instant.EPOCH).title(title).build();
    }
}
