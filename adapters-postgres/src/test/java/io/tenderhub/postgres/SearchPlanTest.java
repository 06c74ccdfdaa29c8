package io.tenderhub.postgres;

import static io.tenderhub.contract.SampleTenders.PUBLISHED;
import static io.tenderhub.contract.SampleTenders.ocid;
import static io.tenderhub.contract.SampleTenders.toStore;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.naming.NamePrefix;
import io.tenderhub.tender.Money;
import io.tenderhub.tender.Period;
import io.tenderhub.tender.Tender;
import io.tenderhub.tender.TenderQuery;
import io.tenderhub.tender.TenderQueryBuilder;
import io.tenderhub.tender.TenderSort;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchPlanTest {
    private static final NamePrefix PREFIX = new NamePrefix("plans");
    private final TestServer server = TestServer.shared();
    private final PostgresAdapter adapter = server.empty(PREFIX, Clock.systemUTC());
    private final Database database = Database.over(
            server.dataSource(),
            new Names(PREFIX),
            Clock.systemUTC(),
            new SqlFailures(server.dataSource(), Optional.empty()));

    private void storeThousands() {
        adapter.unitOfWork()
                .forSystem(transaction -> transaction
                        .tenders()
                        .saveAll(IntStream.range(0, 5_000)
                                .mapToObj(n -> toStore(Tender.builder(ocid(n), PUBLISHED.plus(Duration.ofMinutes(n)))
                                        .title("Tender about thing" + n % 700)
                                        .value(Money.rand(1 + n))
                                        .tenderPeriod(new Period(
                                                Optional.empty(), Optional.of(PUBLISHED.plus(Duration.ofHours(n)))))
                                        .build()))
                                .toList()));
        server.execute("ANALYZE plans_tenders");
    }

    private String plan(TenderQueryBuilder query, boolean text) {
        return database.run("plan", handle -> {
            SearchStatement statement = new SearchStatement(query.build(), "plans_tenders", text);
            List<String> lines = statement
                    .bindTo(handle.createQuery("EXPLAIN " + statement.sql()))
                    .mapTo(String.class)
                    .list();
            return String.join("\n", lines);
        });
    }

    @Test
    void looksUpTextInItsIndex() {
        storeThousands();

        assertThat(plan(TenderQuery.builder().text("thing77"), true)).contains("plans_tenders_search");
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
        TenderQueryBuilder query = TenderQuery.builder().sort(sort);
        assertThat(plan(query, false)).contains(index).doesNotContain("Sort");

        String cursor =
                adapter.tenderCatalog().search(query.build()).nextCursor().orElseThrow();
        String next = plan(query.cursor(cursor), false);

        assertThat(next).contains(index).contains("Index Cond").doesNotContain("Sort");
    }
}
