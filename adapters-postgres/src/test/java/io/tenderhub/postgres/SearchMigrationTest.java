package io.tenderhub.postgres;

import static io.tenderhub.contract.SampleTenders.tender;
import static io.tenderhub.contract.SampleTenders.toStore;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.naming.NamePrefix;
import io.tenderhub.tender.TenderFilter;
import io.tenderhub.tender.TenderHit;
import io.tenderhub.tender.TenderQuery;
import io.tenderhub.tender.TenderStatus;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The structure of the search, made over tenders that were stored before it was there. */
class SearchMigrationTest {
    private static final NamePrefix OLD = new NamePrefix("before_search");
    private static final NamePrefix NEW = new NamePrefix("since_search");
    private final TestServer server = TestServer.shared();
    private final PostgresAdapter since = server.empty(NEW, Clock.systemUTC());

    @BeforeEach
    @AfterEach
    void nothingThere() {
        server.drop(OLD);
    }

    private PostgresAdapter before() {
        return PostgresAdapter.builder(server.dataSource()).prefix(OLD).build();
    }

    private void migrateToVersion8() {
        Flyway.configure(getClass().getClassLoader())
                .dataSource(server.dataSource())
                .locations("classpath:io/tenderhub/postgres/migration")
                .table(new Names(OLD).schemaHistory())
                .placeholders(Map.of("prefix", OLD.value()))
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .target("8")
                .load()
                .migrate();
    }

    /** As they stood before: with words, without marks. */
    private void copyWithWordsAlone() {
        String columns = server.texts(
                        "SELECT string_agg(attname, ', ') FROM pg_attribute WHERE attrelid ="
                                + " 'before_search_tenders'::regclass AND attnum > 0 AND NOT attisdropped AND attname <> 'search'")
                .get(0);
        server.execute("BEGIN; SET LOCAL before_search.raises_events = 'on'; INSERT INTO before_search_tenders ("
                + columns + ", search) SELECT " + columns
                + ", to_tsvector('english', heading) FROM since_search_tenders; COMMIT");
    }

    @Test
    void findsThemByWordsAndFiltersAndRaisesNoEvents() {
        since.unitOfWork()
                .forSystem(transaction -> transaction
                        .tenders()
                        .saveAll(List.of(
                                toStore(tender("a")
                                        .province("Gauteng")
                                        .status(new TenderStatus("active"))
                                        .build()),
                                toStore(tender("b").province("Limpopo").build()))));
        migrateToVersion8();
        copyWithWordsAlone();

        before().migrate();

        assertThat(before().tenderCatalog()
                        .search(TenderQuery.builder()
                                .text("paving")
                                .provinces(Set.of("gauteng"))
                                .statuses(Set.of("Active"))
                                .build())
                        .hits())
                .extracting(TenderHit::ocid)
                .containsExactly("a");
        assertThat(before().facetCatalog().facets(Optional.of("paving"), TenderFilter.ALL))
                .isEqualTo(since.facetCatalog().facets(Optional.of("paving"), TenderFilter.ALL));
        assertThat(marks("before_search")).isEqualTo(marks("since_search")).hasSizeGreaterThan(10);
        assertThat(server.texts("SELECT version FROM before_search_tenders")).containsOnly("1");
        assertThat(server.texts("SELECT id FROM before_search_outbox")).isEmpty();
    }

    private List<String> marks(String prefix) {
        return server.texts("SELECT ocid || ' ' || word FROM " + prefix
                + "_tenders, unnest(tsvector_to_array(search)) AS word WHERE word LIKE '%|%' ORDER BY 1");
    }
}
