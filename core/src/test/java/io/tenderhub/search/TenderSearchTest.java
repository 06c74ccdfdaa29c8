package io.tenderhub.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenderhub.cache.CacheTag;
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
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TenderSearchTest {
    private final InMemoryHub hub = new InMemoryHub(Clock.systemUTC());
    private final TenderSearch search = new TenderSearch(hub.tenderCatalog(), Optional.empty(), hub.cache());

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
                        id(query().sort(TenderSort.NEWEST)),
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
        TenderSearch both = new TenderSearch(hub.tenderCatalog(), Optional.of(answering(byMeaning)), hub.cache());

        for (SearchMode mode : List.of(SearchMode.SEMANTIC, SearchMode.HYBRID)) {
            assertThat(both.search(query().text("pipes").mode(mode).build())).isEqualTo(byMeaning);
            assertThat(both.search(query().text(" ").mode(mode).build()).hits()).hasSize(1);
        }
        assertThat(both.search(query().text("pipes").build()).hits()).hasSize(1);
    }

    private static MeaningSearch answering(TenderPage page) {
        return new MeaningSearch() {
            @Override
            public TenderPage search(TenderQuery query) {
                return page;
            }

            @Override
            public boolean isComplete() {
                return true;
            }
        };
    }

    @Test
    void refusesToSearchByMeaningWhereThatIsSwitchedOff() {
        TenderQuery query = query().text("pipes").mode(SearchMode.HYBRID).build();

        assertThatThrownBy(() -> search.search(query))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("search: mode: search by meaning is switched off here");
    }
}
