package io.tenderhub.postgres;

import static io.tenderhub.contract.SampleTenders.PUBLISHED;
import static io.tenderhub.contract.SampleTenders.ocid;
import static io.tenderhub.contract.SampleTenders.toStore;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.naming.NamePrefix;
import io.tenderhub.search.FacetCount;
import io.tenderhub.search.Facets;
import io.tenderhub.tender.Money;
import io.tenderhub.tender.Period;
import io.tenderhub.tender.Tender;
import io.tenderhub.tender.TenderFilter;
import io.tenderhub.tender.TenderQuery;
import io.tenderhub.tender.TenderSort;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchPlanTest {
    private static final Names NAMES = new Names(new NamePrefix("plans"));
    private final TestServer server = TestServer.shared();
    private final PostgresAdapter adapter = server.empty(NAMES.prefix(), Clock.systemUTC());
    private final Database database = Database.over(
            server.dataSource(), NAMES, Clock.systemUTC(), new SqlFailures(server.dataSource(), Optional.empty()));

    private void storeThousands() {
        adapter.unitOfWork()
                .forSystem(transaction -> transaction
                        .tenders()
                        .saveAll(IntStream.range(0, 5_000)
                                .mapToObj(n -> toStore(Tender.builder(ocid(n), PUBLISHED.plus(Duration.ofMinutes(n)))
                                        .title("Tender about thing" + n % 700)
                                        .province(n % 3 == 0 ? "Gauteng" : "Limpopo")
                                        .value(Money.rand(1 + n))
                                        .tenderPeriod(new Period(
                                                Optional.empty(), Optional.of(PUBLISHED.plus(Duration.ofHours(n)))))
                                        .build()))
                                .toList()));
        server.execute("VACUUM ANALYZE plans_tenders");
    }

    private String plan(SearchConditions conditions, Function<Handle, String> sql) {
        return database.run(
                "plan",
                handle -> handle.inTransaction(transaction -> {
                    SearchReads.prepare(transaction);
                    return String.join(
                            "\n",
                            conditions
                                    .bindTo(transaction.createQuery("EXPLAIN " + sql.apply(transaction)))
                                    .bind("rows", 21)
                                    .mapTo(String.class)
                                    .list());
                }));
    }

    /** What comes behind may be put in order again: it is a page. */
    private static String belowTheLimit(String plan) {
        return plan.substring(plan.lastIndexOf("Limit"));
    }

    private static TenderQuery sorted(TenderSort sort) {
        return TenderQuery.builder().sort(sort).build();
    }

    private String ordered(TenderQuery query, SearchConditions conditions, Function<OrderedSearch, String> statement) {
        return plan(
                conditions, transaction -> statement.apply(new OrderedSearch(transaction, NAMES, query, conditions)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"thing77", "tender", "unheard", "thing7 or thing8"})
    void looksUpRareAndFrequentTextInItsIndex(String text) {
        storeThousands();
        SearchConditions conditions = new SearchConditions(
                Optional.of(text),
                TenderQuery.builder().provinces(Set.of("Gauteng")).build().filter());

        assertThat(ordered(sorted(TenderSort.NEWEST), conditions, search -> search.byIndex("")))
                .contains("Bitmap Index Scan on plans_tenders_search")
                .contains("p|gauteng");
    }

    @ParameterizedTest
    @CsvSource({
        "NEWEST, plans_tenders_newest",
        "CLOSING_SOONEST, plans_tenders_closing",
        "VALUE, plans_tenders_value",
        "RELEVANCE, plans_tenders_newest"
    })
    void goesOnWithAPageByTheIndexOfItsOrder(TenderSort sort, String index) {
        storeThousands();
        SearchConditions conditions = new SearchConditions(Optional.empty(), TenderFilter.ALL);
        assertThat(belowTheLimit(ordered(sorted(sort), conditions, search -> search.plain(""))))
                .contains(index)
                .doesNotContain("Sort");

        SearchOrder order = SearchOrder.of(sort);
        PageCursor cursor = PageCursor.decode(
                adapter.tenderCatalog().search(sorted(sort)).nextCursor().orElseThrow(),
                sorted(sort),
                order.columns().size());
        IntStream.range(0, cursor.key().size())
                .forEach(i -> conditions.bind("k" + i, cursor.key().get(i)));
        conditions.bind("ocid", cursor.ocid());

        for (Function<OrderedSearch, String> way : List.<Function<OrderedSearch, String>>of(
                search -> search.plain(order.after()), search -> search.walk(order.after(), 1_000))) {
            assertThat(belowTheLimit(ordered(sorted(sort), conditions, way)))
                    .contains(index)
                    .contains("Index Cond")
                    .doesNotContain("Sort");
        }
    }

    @Test
    void countsAllTendersByAnIndexOfTheirValuesAlone() {
        storeThousands();
        SearchConditions conditions = new SearchConditions(Optional.empty(), TenderFilter.ALL);

        assertThat(plan(
                        conditions,
                        transaction -> new FacetReads(database, database::run).sql(conditions, SearchSample.ALL)))
                .contains("plans_tenders_facets")
                .doesNotContain("Seq Scan");
    }

    @Test
    void countsASampleOfVeryManyAndSaysSo() {
        storeThousands();
        FacetReads facets = new FacetReads(database, database::run, 500, 10_000);

        Facets many = facets.facets(Optional.of("tender"), TenderFilter.ALL);
        assertThat(many.estimated()).isTrue();
        assertThat(many.tenders()).isBetween(4_000L, 6_000L);
        assertThat(many.provinces()).extracting(FacetCount::value).containsExactly("Limpopo", "Gauteng");
        assertThat(many.provinces().get(0).tenders()).isBetween(2_600L, 4_100L);
        assertThat(facets.facets(Optional.of("tender"), TenderFilter.ALL)).isEqualTo(many);

        assertThat(facets.facets(Optional.of("thing77"), TenderFilter.ALL))
                .extracting(Facets::estimated, Facets::tenders)
                .containsExactly(false, 8L);
        assertThat(facets.facets(Optional.empty(), TenderFilter.ALL))
                .extracting(Facets::estimated, Facets::tenders)
                .containsExactly(false, 5_000L);
    }

    @ParameterizedTest
    @CsvSource({"100, 1", "101, 4", "400, 4", "401, 16", "1601, 64", "1000000, 64"})
    void takesTheLargestSampleThatIsSmallEnough(long expected, int oneIn) {
        assertThat(SearchSample.of(expected, 100).oneIn()).isEqualTo(oneIn);
    }
}
