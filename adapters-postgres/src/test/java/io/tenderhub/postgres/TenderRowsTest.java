package io.tenderhub.postgres;

import static io.tenderhub.contract.SampleTenders.PUBLISHED;
import static io.tenderhub.contract.SampleTenders.release;
import static io.tenderhub.contract.SampleTenders.tender;
import static io.tenderhub.contract.SampleTenders.toStore;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.naming.NamePrefix;
import io.tenderhub.tender.Period;
import io.tenderhub.tender.SaveOutcome;
import io.tenderhub.tender.Tender;
import io.tenderhub.tender.TenderHit;
import io.tenderhub.tender.TenderQuery;
import io.tenderhub.tender.TenderQueryBuilder;
import io.tenderhub.tender.TenderSort;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TenderRowsTest {
    private final TestServer server = TestServer.shared();
    private final PostgresAdapter adapter = server.empty(new NamePrefix("words"), Clock.systemUTC());

    private List<SaveOutcome> store(Tender... tenders) {
        return adapter.unitOfWork()
                .<List<SaveOutcome>>forSystem(transaction -> transaction
                        .tenders()
                        .saveAll(Arrays.stream(tenders)
                                .map(tender -> toStore(tender))
                                .toList()));
    }

    private List<String> search(TenderQueryBuilder query) {
        return adapter.tenderCatalog().search(query.build()).hits().stream()
                .map(TenderHit::ocid)
                .toList();
    }

    @Test
    void findsWordsWithAndWithoutTheirAccents() {
        store(tender("a").title("Opgradering van die kliniek in Môreson").build());

        assertThat(search(TenderQuery.builder().text("moreson"))).containsExactly("a");
        assertThat(search(TenderQuery.builder().text("MÔRESON"))).containsExactly("a");
    }

    @Test
    void findsOtherFormsOfAnEnglishWord() {
        store(tender("a").title("Upgrading of clinics").build());

        assertThat(search(TenderQuery.builder().text("upgrade clinic"))).containsExactly("a");
    }

    @Test
    void findsATenderByTheReferenceThatIsItsTitle() {
        store(tender("a")
                .id("SCMU8-25/26-0082")
                .title("SCMU8-25/26-0082")
                .description("Supply of pumps to the depot")
                .build());

        assertThat(search(TenderQuery.builder().text("SCMU8-25/26-0082"))).containsExactly("a");
    }

    @Test
    void takesTextOfOnlyCommonWordsAsNoText() {
        store(tender("a").build());

        assertThat(search(TenderQuery.builder().text("of the"))).containsExactly("a");
    }

    @Test
    void comparesWithoutRegardToCaseBeyondAscii() {
        store(tender("a").province("ÎLE-DE-FRANCE").build());

        assertThat(search(TenderQuery.builder().provinces(Set.of("île-de-france"))))
                .containsExactly("a");
    }

    @Test
    void tellsReleasesApartThatAreNanosecondsApart() {
        Tender first =
                Tender.builder("a", PUBLISHED.plusNanos(1)).title("First").build();
        Tender second =
                Tender.builder("a", PUBLISHED.plusNanos(2)).title("Second").build();

        assertThat(store(second, first, second))
                .containsExactly(SaveOutcome.CREATED, SaveOutcome.OLDER, SaveOutcome.UNCHANGED);
        assertThat(search(TenderQuery.builder().publishedFrom(PUBLISHED.plusNanos(2))))
                .containsExactly("a");
        assertThat(search(TenderQuery.builder().publishedFrom(PUBLISHED.plusNanos(3))))
                .isEmpty();
    }

    @Test
    void pagesOnPastTendersWithoutAClosingTime() {
        store(
                tender("a").build(),
                tender("b").build(),
                tender("c")
                        .tenderPeriod(new Period(Optional.empty(), Optional.of(PUBLISHED)))
                        .build());
        List<String> paged = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            var page = adapter.tenderCatalog()
                    .search(TenderQuery.builder()
                            .sort(TenderSort.CLOSING_SOONEST)
                            .limit(1)
                            .cursor(cursor.orElse(null))
                            .build());
            page.hits().forEach(hit -> paged.add(hit.ocid()));
            cursor = page.nextCursor();
        } while (cursor.isPresent());

        assertThat(paged).containsExactly("c", "a", "b");
    }

    @Test
    void refusesAForgedCursorOfTheRightQuery() {
        store(tender("a").build(), tender("b").build());
        TenderQueryBuilder query = TenderQuery.builder().limit(1);
        String given =
                adapter.tenderCatalog().search(query.build()).nextCursor().orElseThrow();
        String[] fields = new String(Base64.getUrlDecoder().decode(given), StandardCharsets.UTF_8).split("\n");
        for (String key : List.of("yesterday", "2026-99-01 00:00:00.000000+00 AD", "' OR true --")) {
            fields[2] = key;
            String forged = Base64.getUrlEncoder()
                    .encodeToString(String.join("\n", fields).getBytes(StandardCharsets.UTF_8));

            assertThatThrownBy(() -> adapter.tenderCatalog()
                            .search(TenderQuery.builder()
                                    .limit(1)
                                    .cursor(forged)
                                    .build()))
                    .isInstanceOf(InvalidInputException.class);
        }
    }

    @Test
    void leavesOutARowThatCanNotBeReadAndGoesOnWithTheRest() {
        store(release("a", 0), release("b", 0), release("c", 0));
        server.execute("UPDATE words_tenders SET document = '{\"ocid\": 5}' WHERE ocid = 'b'");
        List<String> seen = new ArrayList<>();

        adapter.tenderCatalog().forEach(stored -> seen.add(stored.tender().ocid()));

        assertThat(seen).containsExactly("a", "c");
        assertThat(adapter.tenderCatalog().find("b")).isEmpty();
    }
}
