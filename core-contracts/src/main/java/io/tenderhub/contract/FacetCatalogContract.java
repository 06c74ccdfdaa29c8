package io.tenderhub.contract;

import static io.tenderhub.contract.SampleTenders.ocid;
import static io.tenderhub.contract.SampleTenders.tender;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.event.UnitOfWork;
import io.tenderhub.search.FacetCatalog;
import io.tenderhub.search.FacetCount;
import io.tenderhub.search.Facets;
import io.tenderhub.tender.Money;
import io.tenderhub.tender.Organisation;
import io.tenderhub.tender.TenderBuilder;
import io.tenderhub.tender.TenderCatalog;
import io.tenderhub.tender.TenderFilter;
import io.tenderhub.tender.TenderHit;
import io.tenderhub.tender.TenderPage;
import io.tenderhub.tender.TenderQuery;
import io.tenderhub.tender.TenderStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What {@link FacetCatalog} promises. */
public abstract class FacetCatalogContract {
    /** The clock that the implementation under test is built with. */
    protected final MovableClock clock = new MovableClock(Instant.parse("2026-11-21T08:00:00Z"));

    protected abstract UnitOfWork unitOfWork();

    protected abstract FacetCatalog facetCatalog();

    /** Over the same tenders. */
    protected abstract TenderCatalog tenderCatalog();

    private void store(TenderBuilder... tenders) {
        store(List.of(tenders));
    }

    private void store(List<TenderBuilder> tenders) {
        unitOfWork()
                .forSystem(transaction -> transaction
                        .tenders()
                        .saveAll(tenders.stream()
                                .map(tender -> SampleTenders.toStore(tender.build()))
                                .toList()));
    }

    private static Organisation organisation(String name) {
        return new Organisation(Optional.empty(), name);
    }

    private static TenderFilter filter(TenderQuery query) {
        return query.filter();
    }

    @Test
    void countsNothingWhereThereIsNothing() {
        Facets none = new Facets(0, List.of(), List.of(), List.of(), List.of());

        assertThat(facetCatalog().facets(Optional.empty(), TenderFilter.ALL)).isEqualTo(none);
        store(tender(ocid(1)));
        assertThat(facetCatalog().facets(Optional.of("borehole"), TenderFilter.ALL))
                .isEqualTo(none);
    }

    @Test
    void countsByProvinceCategoryBuyerAndStatusTheMostFirst() {
        store(
                tender(ocid(1)).province("Gauteng").category("works").status(new TenderStatus("active")),
                tender(ocid(2)).province("Limpopo").category("goods").buyer(organisation("Umgeni Water")),
                tender(ocid(3)).province("Gauteng").category("goods").procuringEntity(organisation("Umgeni Water")),
                tender(ocid(4)).province("Eastern Cape").buyer(organisation("Eskom")),
                tender(ocid(5)));

        assertThat(facetCatalog().facets(Optional.empty(), TenderFilter.ALL))
                .isEqualTo(new Facets(
                        5,
                        List.of(
                                new FacetCount("Gauteng", 2),
                                new FacetCount("Eastern Cape", 1),
                                new FacetCount("Limpopo", 1)),
                        List.of(new FacetCount("goods", 2), new FacetCount("works", 1)),
                        List.of(new FacetCount("Umgeni Water", 2), new FacetCount("Eskom", 1)),
                        List.of(new FacetCount("active", 1))));
    }

    @Test
    void countsNamesThatDifferInCaseOnlyAsOne() {
        store(
                tender(ocid(1)).province("KWAZULU-NATAL").buyer(organisation("ESKOM")),
                tender(ocid(2)).province("KwaZulu-Natal").buyer(organisation("Eskom")));

        Facets facets = facetCatalog().facets(Optional.empty(), TenderFilter.ALL);

        assertThat(facets.provinces()).containsExactly(new FacetCount("KWAZULU-NATAL", 2));
        assertThat(facets.buyers()).containsExactly(new FacetCount("ESKOM", 2));
    }

    @Test
    void appliesTheTextAndEveryFilter() {
        store(
                tender(ocid(1)).title("School roof").province("Gauteng").value(Money.rand(5)),
                tender(ocid(2)).title("School fence").province("Gauteng").value(Money.rand(50)),
                tender(ocid(3)).title("School fence").province("Limpopo").value(Money.rand(5)),
                tender(ocid(4)).title("Road").province("Gauteng").value(Money.rand(5)));

        assertThat(facetCatalog()
                        .facets(
                                Optional.of("school"),
                                filter(TenderQuery.builder()
                                        .provinces(Set.of("gauteng"))
                                        .valueTo(BigDecimal.TEN)
                                        .build())))
                .isEqualTo(new Facets(1, List.of(new FacetCount("Gauteng", 1)), List.of(), List.of(), List.of()));
        assertThat(facetCatalog().facets(Optional.of("fence"), TenderFilter.ALL).provinces())
                .containsExactly(new FacetCount("Gauteng", 1), new FacetCount("Limpopo", 1));
    }

    @Test
    void namesTheFirstFiftyBuyers() {
        store(IntStream.range(0, 60)
                .mapToObj(n -> tender(ocid(n)).buyer(organisation("Buyer " + (10 + n))))
                .toList());
        store(tender(ocid(60)).buyer(organisation("Buyer 69")));

        List<FacetCount> buyers =
                facetCatalog().facets(Optional.empty(), TenderFilter.ALL).buyers();

        assertThat(buyers)
                .hasSize(Facets.MOST_BUYERS)
                .startsWith(new FacetCount("Buyer 69", 2), new FacetCount("Buyer 10", 1))
                .endsWith(new FacetCount("Buyer 58", 1));
    }

    @Test
    void countsWhatASearchPagesThrough() {
        Random random = new Random(6);
        String[] words = {"school", "road", "water", "clinic"};
        String[] provinces = {"Gauteng", "Limpopo", "gauteng", "Free State"};
        store(IntStream.range(0, 200)
                .mapToObj(n -> tender(ocid(n))
                        .title(words[random.nextInt(4)] + " " + words[random.nextInt(4)])
                        .province(provinces[random.nextInt(4)])
                        .category(random.nextBoolean() ? "works" : "goods")
                        .status(random.nextBoolean() ? new TenderStatus("active") : null))
                .toList());
        for (String text : List.of("school", "road or water", "clinic -school", "")) {
            TenderQuery query = TenderQuery.builder()
                    .text(text)
                    .provinces(random.nextBoolean() ? Set.of() : Set.of("GAUTENG", "limpopo"))
                    .limit(100)
                    .build();
            List<TenderHit> hits = all(query);

            Facets facets = facetCatalog().facets(query.text(), query.filter());

            assertThat(facets.tenders()).isEqualTo(hits.size());
            assertThat(byName(facets.provinces())).isEqualTo(counted(hits, TenderHit::province));
            assertThat(byName(facets.categories())).isEqualTo(counted(hits, TenderHit::category));
            assertThat(byName(facets.statuses())).isEqualTo(counted(hits, TenderHit::status));
        }
    }

    private List<TenderHit> all(TenderQuery query) {
        List<TenderHit> hits = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            TenderPage page = tenderCatalog()
                    .search(new TenderQuery(
                            query.text(), query.filter(), query.mode(), query.sort(), query.limit(), cursor));
            hits.addAll(page.hits());
            cursor = page.nextCursor();
        } while (cursor.isPresent());
        return hits;
    }

    private static TreeMap<String, Long> byName(List<FacetCount> counts) {
        TreeMap<String, Long> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        counts.forEach(count -> byName.put(count.value(), count.tenders()));
        return byName;
    }

    private static TreeMap<String, Long> counted(List<TenderHit> hits, Function<TenderHit, Optional<String>> value) {
        TreeMap<String, Long> counts = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        hits.forEach(hit -> value.apply(hit).ifPresent(name -> counts.merge(name, 1L, Long::sum)));
        return counts;
    }
}
