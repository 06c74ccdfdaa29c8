package io.tenderhub.contract;

import static io.tenderhub.contract.SampleTenders.PUBLISHED;
import static io.tenderhub.contract.SampleTenders.ocid;
import static io.tenderhub.contract.SampleTenders.release;
import static io.tenderhub.contract.SampleTenders.tender;
import static io.tenderhub.contract.SampleTenders.toStore;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenderhub.cidb.CidbClass;
import io.tenderhub.cidb.CidbGrade;
import io.tenderhub.event.UnitOfWork;
import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.tender.Briefing;
import io.tenderhub.tender.Highlight;
import io.tenderhub.tender.Highlight.Field;
import io.tenderhub.tender.Highlight.Piece;
import io.tenderhub.tender.Money;
import io.tenderhub.tender.Organisation;
import io.tenderhub.tender.Period;
import io.tenderhub.tender.StoredTender;
import io.tenderhub.tender.Tender;
import io.tenderhub.tender.TenderBuilder;
import io.tenderhub.tender.TenderCatalog;
import io.tenderhub.tender.TenderHit;
import io.tenderhub.tender.TenderPage;
import io.tenderhub.tender.TenderQuery;
import io.tenderhub.tender.TenderQueryBuilder;
import io.tenderhub.tender.TenderSort;
import io.tenderhub.tender.TenderStatus;
import io.tenderhub.tender.TenderToStore;
import io.tenderhub.tender.TenderVersion;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link TenderCatalog} promises. */
public abstract class TenderCatalogContract {
    /** The clock that the implementation under test is built with. */
    protected final MovableClock clock = new MovableClock(Instant.parse("2026-11-21T08:00:00Z"));

    protected abstract UnitOfWork unitOfWork();

    protected abstract TenderCatalog tenderCatalog();

    private void store(TenderToStore... tenders) {
        unitOfWork().forSystem(transaction -> transaction.tenders().saveAll(List.of(tenders)));
    }

    private void store(Tender... tenders) {
        store(Arrays.stream(tenders).map(SampleTenders::toStore).toArray(TenderToStore[]::new));
    }

    private void store(TenderBuilder... tenders) {
        store(Arrays.stream(tenders).map(TenderBuilder::build).toArray(Tender[]::new));
    }

    private List<String> search(TenderQueryBuilder query) {
        return ocids(tenderCatalog().search(query.build()));
    }

    private List<String> text(String text) {
        return search(query().text(text));
    }

    private static TenderQueryBuilder query() {
        return TenderQuery.builder();
    }

    private static List<String> ocids(TenderPage page) {
        return page.hits().stream().map(TenderHit::ocid).toList();
    }

    private static Period closing(Instant at) {
        return new Period(Optional.empty(), Optional.of(at));
    }

    private static Instant day(int number) {
        return PUBLISHED.plus(Duration.ofDays(number));
    }

    @Test
    void findsATenderByItsOcidAndNothingElse() {
        store(release(ocid(1), 0));

        assertThat(tenderCatalog().find(ocid(1))).contains(new StoredTender(release(ocid(1), 0), 1, clock.instant()));
        assertThat(tenderCatalog().find("ocds-sample")).isEmpty();
        assertThat(tenderCatalog().find("")).isEmpty();
    }

    @Test
    void findsTheKnownOnesOfManyInTheOrderAsked() {
        store(release(ocid(1), 0), release(ocid(2), 0), release(ocid(3), 0));

        assertThat(tenderCatalog().findAll(List.of(ocid(3), ocid(9), ocid(1), ocid(2))))
                .extracting(stored -> stored.tender().ocid())
                .containsExactly(ocid(3), ocid(1), ocid(2));
        assertThat(tenderCatalog().findAll(List.of())).isEmpty();
    }

    @Test
    void countsTenders() {
        assertThat(tenderCatalog().count()).isZero();
        store(release(ocid(1), 0), release(ocid(2), 0));
        store(release(ocid(2), 1));

        assertThat(tenderCatalog().count()).isEqualTo(2);
    }

    @Test
    void streamsEveryTenderOrderedByTheCharactersOfItsOcid() {
        store(
                tender("ocds-b"),
                tender("ocds-A"),
                tender("etenders-9"),
                tender("ocds-_"),
                tender("etenders-10"),
                tender("ocds-\uD834\uDD1E"),
                tender("ocds-\uFB01"));
        List<String> seen = new ArrayList<>();

        tenderCatalog().forEach(stored -> seen.add(stored.tender().ocid()));

        assertThat(seen)
                .containsExactly(
                        "etenders-10", "etenders-9", "ocds-A", "ocds-_", "ocds-b", "ocds-\uFB01", "ocds-\uD834\uDD1E");
    }

    @Test
    void streamsMoreThanOneFetchAndLetsTheActionUseTheHub() {
        store(IntStream.range(0, 2_500).mapToObj(n -> release(ocid(n), 0)).toArray(Tender[]::new));
        List<String> seen = new ArrayList<>();

        tenderCatalog().forEach(stored -> {
            if (seen.size() % 1_000 == 0) {
                store(release(stored.tender().ocid(), 1));
            }
            seen.add(stored.tender().ocid());
        });

        assertThat(seen).hasSize(2_500).isSorted();
    }

    @Test
    void pagesThroughVersionsOrderedByTheCharactersOfTheOcid() {
        store(tender("ocds-b"), tender("ocds-A"), tender("etenders-9"), tender("ocds-_"), tender("etenders-10"));
        clock.advance(Duration.ofMinutes(1));
        store(release("ocds-A", 1));

        List<TenderVersion> first = tenderCatalog().versions(Optional.empty(), 3, Optional.empty());
        List<TenderVersion> second = tenderCatalog().versions(Optional.of("ocds-A"), 3, Optional.empty());

        Instant before = clock.instant().minus(Duration.ofMinutes(1));
        assertThat(first)
                .containsExactly(
                        new TenderVersion("etenders-10", 1, before),
                        new TenderVersion("etenders-9", 1, before),
                        new TenderVersion("ocds-A", 2, clock.instant()));
        assertThat(second).extracting(TenderVersion::ocid).containsExactly("ocds-_", "ocds-b");
        assertThat(tenderCatalog().versions(Optional.of("ocds-b"), 3, Optional.empty()))
                .isEmpty();
        assertThat(tenderCatalog().versions(Optional.of("ocds-0, unknown"), 1, Optional.empty()))
                .extracting(TenderVersion::ocid)
                .containsExactly("ocds-A");
    }

    @Test
    void pagesThroughTheVersionsStoredSinceAnInstant() {
        store(release(ocid(1), 0), release(ocid(2), 0), release(ocid(3), 0));
        Instant between = clock.instant().plus(Duration.ofMinutes(1));
        clock.advance(Duration.ofMinutes(1));
        store(release(ocid(3), 1), release(ocid(1), 1), release(ocid(4), 0));

        assertThat(tenderCatalog().versions(Optional.empty(), 2, Optional.of(between)))
                .extracting(TenderVersion::ocid)
                .containsExactly(ocid(1), ocid(3));
        assertThat(tenderCatalog().versions(Optional.of(ocid(3)), 2, Optional.of(between)))
                .extracting(TenderVersion::ocid)
                .containsExactly(ocid(4));
        assertThat(tenderCatalog().versions(Optional.empty(), 9, Optional.of(Instant.MAX)))
                .isEmpty();
        assertThat(tenderCatalog().versions(Optional.empty(), 9, Optional.of(Instant.MIN)))
                .hasSize(4);
    }

    @Test
    void tellsTheVersionsOfTheKnownOnes() {
        store(release(ocid(1), 0), release(ocid(2), 0));
        store(release(ocid(2), 1));

        assertThat(tenderCatalog().versionsOf(List.of(ocid(2), ocid(9), ocid(1), ocid(2), "a\0b")))
                .containsExactlyInAnyOrder(
                        new TenderVersion(ocid(1), 1, clock.instant()), new TenderVersion(ocid(2), 2, clock.instant()));
        assertThat(tenderCatalog().versionsOf(List.of())).isEmpty();
    }

    @Test
    void passesTheFailureOfTheActionThrough() {
        store(release(ocid(1), 0));
        IllegalStateException failure = new IllegalStateException("no");

        assertThatThrownBy(() -> tenderCatalog().forEach(stored -> {
                    throw failure;
                }))
                .isSameAs(failure);
    }

    @Test
    void aHitSaysWhatAListOfResultsShows() {
        Tender full = SampleTenders.full(ocid(1));
        Tender bare = Tender.builder(ocid(2), PUBLISHED.minusSeconds(1))
                .procuringEntity(new Organisation(Optional.empty(), "Only a procuring entity"))
                .build();
        store(full, bare);

        List<TenderHit> hits = tenderCatalog().search(query().build()).hits();

        assertThat(hits)
                .containsExactly(
                        new TenderHit(
                                ocid(1),
                                full.id(),
                                full.heading(),
                                Optional.of("Nkomazi Municipality"),
                                full.province(),
                                full.category(),
                                Optional.of("active"),
                                full.value(),
                                full.releaseDate(),
                                full.closesAt(),
                                0,
                                List.of()),
                        new TenderHit(
                                ocid(2),
                                ocid(2),
                                ocid(2),
                                Optional.of("Only a procuring entity"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                PUBLISHED.minusSeconds(1),
                                Optional.empty(),
                                0,
                                List.of()));
    }

    @Test
    void letsEverythingThroughWithoutFilters() {
        store(tender(ocid(1)), tender(ocid(2)));

        assertThat(search(query())).containsExactly(ocid(1), ocid(2));
        assertThat(search(query().text(" "))).containsExactly(ocid(1), ocid(2));
    }

    @Test
    void filtersByAnyOfSeveralWordsWithoutRegardToCase() {
        store(
                tender(ocid(1))
                        .province("Gauteng")
                        .buyer(new Organisation(Optional.empty(), "City of Tshwane"))
                        .category("works")
                        .status(new TenderStatus("active"))
                        .procurementMethod("open"),
                tender(ocid(2))
                        .province("KwaZulu-Natal")
                        .procuringEntity(new Organisation(Optional.empty(), "Umgeni Water"))
                        .category("goods")
                        .status(new TenderStatus("cancelled"))
                        .procurementMethod("limited"),
                tender(ocid(3)));

        assertThat(search(query().provinces(Set.of("GAUTENG")))).containsExactly(ocid(1));
        assertThat(search(query().provinces(Set.of("gauteng", "kwazulu-natal"))))
                .containsExactly(ocid(1), ocid(2));
        assertThat(search(query().buyers(Set.of("city of tshwane")))).containsExactly(ocid(1));
        assertThat(search(query().buyers(Set.of("UMGENI WATER")))).containsExactly(ocid(2));
        assertThat(search(query().categories(Set.of("Works", "services")))).containsExactly(ocid(1));
        assertThat(search(query().statuses(Set.of("Cancelled")))).containsExactly(ocid(2));
        assertThat(search(query().methods(Set.of("OPEN", "Limited")))).containsExactly(ocid(1), ocid(2));
        assertThat(search(query().provinces(Set.of("Gauteng")).categories(Set.of("goods"))))
                .isEmpty();
    }

    @Test
    void filtersByClosingTimeFromInclusiveToExclusive() {
        store(
                tender(ocid(1)).tenderPeriod(closing(day(1))),
                tender(ocid(2)).tenderPeriod(closing(day(2))),
                tender(ocid(3)).tenderPeriod(closing(day(3))),
                tender(ocid(4)));

        assertThat(search(query().closingFrom(day(2)))).containsExactly(ocid(2), ocid(3));
        assertThat(search(query().closingTo(day(2)))).containsExactly(ocid(1));
        assertThat(search(query().closingFrom(day(2)).closingTo(day(3)))).containsExactly(ocid(2));
    }

    @Test
    void filtersByReleaseDateFromInclusiveToExclusive() {
        store(release(ocid(1), 1), release(ocid(2), 2), release(ocid(3), 3));

        assertThat(search(query().publishedFrom(day(2)))).containsExactly(ocid(3), ocid(2));
        assertThat(search(query().publishedTo(day(2)))).containsExactly(ocid(1));
        assertThat(search(query().publishedFrom(day(2)).publishedTo(day(3)))).containsExactly(ocid(2));
    }

    @Test
    void filtersByValueInclusivelyAndLetsUndisclosedOnesThroughUnlessToldOtherwise() {
        store(
                tender(ocid(1)).value(Money.rand(1_000)),
                tender(ocid(2)).value(new Money(new BigDecimal("2000.50"), "USD")),
                tender(ocid(3)).value(Money.rand(3_000)),
                tender(ocid(4)));

        assertThat(search(query().valueFrom(new BigDecimal("2000.5")))).containsExactly(ocid(2), ocid(3), ocid(4));
        assertThat(search(query().valueTo(new BigDecimal("2000.50")))).containsExactly(ocid(1), ocid(2), ocid(4));
        assertThat(search(query().valueFrom(new BigDecimal("2000"))
                        .valueTo(new BigDecimal("3000.00"))
                        .includeUndisclosed(false)))
                .containsExactly(ocid(2), ocid(3));
        assertThat(search(query().includeUndisclosed(false)))
                .as("without a filter on the value the flag says nothing")
                .containsExactly(ocid(1), ocid(2), ocid(3), ocid(4));
    }

    @Test
    void filtersByCompulsoryBriefing() {
        store(
                tender(ocid(1)).briefing(new Briefing(true, Optional.empty(), Optional.empty())),
                tender(ocid(2)).briefing(new Briefing(false, Optional.empty(), Optional.empty())),
                tender(ocid(3)));

        assertThat(search(query().compulsoryBriefing(true))).containsExactly(ocid(1));
        assertThat(search(query().compulsoryBriefing(false))).containsExactly(ocid(2), ocid(3));
    }

    @Test
    void filtersByCidbClassAndHighestGrade() {
        store(
                toStore(tender(ocid(1)).build(), new CidbGrade(CidbClass.GB, 9)),
                toStore(tender(ocid(2)).build(), new CidbGrade(CidbClass.GB, 4), new CidbGrade(CidbClass.CE, 3)),
                toStore(tender(ocid(3)).build()));

        assertThat(search(query().cidbClass(CidbClass.GB))).containsExactly(ocid(1), ocid(2));
        assertThat(search(query().cidbClass(CidbClass.CE))).containsExactly(ocid(2));
        assertThat(search(query().highestGrade(4))).containsExactly(ocid(2), ocid(3));
        assertThat(search(query().highestGrade(3))).containsExactly(ocid(3));
        assertThat(search(query().cidbClass(CidbClass.GB).highestGrade(8))).containsExactly(ocid(2));
    }

    @Test
    void sortsByNewestSoonestClosingOrHighestValueAndBreaksTiesByOcid() {
        store(
                release(ocid(4), 1),
                Tender.builder(ocid(3), day(2))
                        .tenderPeriod(closing(day(9)))
                        .value(Money.rand(10))
                        .build(),
                Tender.builder(ocid(2), day(2))
                        .tenderPeriod(closing(day(9)))
                        .value(Money.rand(10))
                        .build(),
                Tender.builder(ocid(1), day(1))
                        .tenderPeriod(closing(day(8)))
                        .value(Money.rand(9))
                        .build());

        assertThat(search(query())).containsExactly(ocid(2), ocid(3), ocid(1), ocid(4));
        assertThat(search(query().sort(TenderSort.NEWEST))).containsExactly(ocid(2), ocid(3), ocid(1), ocid(4));
        assertThat(search(query().sort(TenderSort.CLOSING_SOONEST)))
                .containsExactly(ocid(1), ocid(2), ocid(3), ocid(4));
        assertThat(search(query().sort(TenderSort.VALUE))).containsExactly(ocid(2), ocid(3), ocid(1), ocid(4));
    }

    @ParameterizedTest
    @EnumSource(value = TenderSort.class, names = "READINESS", mode = EnumSource.Mode.EXCLUDE)
    void pagesNeitherRepeatNorMissATenderThatIsNotTouched(TenderSort sort) {
        for (int n = 0; n < 23; n++) {
            store(Tender.builder(ocid(n), day(n / 4))
                    .title("Paving")
                    .value(n % 5 == 0 ? null : Money.rand(1 + n % 3))
                    .tenderPeriod(n % 4 == 0 ? Period.UNKNOWN : closing(day(n % 6)))
                    .build());
        }
        List<String> untouched = new ArrayList<>(search(query().sort(sort).limit(100)));
        List<String> paged = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        int pages = 0;
        do {
            TenderPage page = tenderCatalog()
                    .search(query().sort(sort)
                            .limit(5)
                            .cursor(cursor.orElse(null))
                            .build());
            paged.addAll(ocids(page));
            cursor = page.nextCursor();
            // Between two pages the last one seen changes, and others come in.
            String touched = paged.get(paged.size() - 1);
            store(Tender.builder(touched, day(40 + pages)).title("Fence").build());
            store(Tender.builder("added-" + pages, day(pages)).title("Paving").build());
            untouched.remove(touched);
            pages++;
        } while (cursor.isPresent() && pages < 50);

        assertThat(paged.stream().filter(untouched::contains)).containsExactlyElementsOf(untouched);
    }

    @Test
    void refusesTheOrderOfATeamsReadiness() {
        assertThatThrownBy(() -> tenderCatalog()
                        .search(query().sort(TenderSort.READINESS).build()))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void givesNoCursorOnTheLastPage() {
        store(tender(ocid(1)), tender(ocid(2)), tender(ocid(3)), tender(ocid(4)));

        TenderPage first = tenderCatalog().search(query().limit(2).build());
        TenderPage last = tenderCatalog()
                .search(query().limit(2)
                        .cursor(first.nextCursor().orElseThrow())
                        .build());

        assertThat(ocids(first)).containsExactly(ocid(1), ocid(2));
        assertThat(ocids(last)).containsExactly(ocid(3), ocid(4));
        assertThat(last.nextCursor()).isEmpty();
    }

    @Test
    void pagesThroughResultsByRelevance() {
        store(
                tender(ocid(1)).title("Sewer works").description("A new sewer for the town"),
                tender(ocid(2)).title("Road works").description("Close to the sewer"),
                tender(ocid(3)).title("Sewer works").description("Another one"),
                tender(ocid(4)).title("Road works").description("Crossing a sewer"));
        List<String> atOnce = text("sewer");
        List<String> paged = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        for (int i = 0; i < 4; i++) {
            TenderPage page = tenderCatalog()
                    .search(query().text("sewer")
                            .limit(1)
                            .cursor(cursor.orElse(null))
                            .build());
            paged.addAll(ocids(page));
            cursor = page.nextCursor();
        }

        assertThat(paged).isEqualTo(atOnce).hasSize(4);
        assertThat(cursor).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "bm9uc2Vuc2U=", "'; drop table tenders; --", "1|2|3"})
    void refusesACursorItNeverGave(String cursor) {
        assertThatThrownBy(() -> tenderCatalog().search(query().cursor(cursor).build()))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void refusesTheCursorOfAnotherQuery() {
        store(tender(ocid(1)), tender(ocid(2)));
        String cursor =
                tenderCatalog().search(query().limit(1).build()).nextCursor().orElseThrow();

        assertThatThrownBy(() -> tenderCatalog()
                        .search(query().limit(1).text("paving").cursor(cursor).build()))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> tenderCatalog()
                        .search(query().limit(1)
                                .sort(TenderSort.VALUE)
                                .cursor(cursor)
                                .build()))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> tenderCatalog()
                        .search(query().limit(1)
                                .provinces(Set.of("Gauteng"))
                                .cursor(cursor)
                                .build()))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void findsWordsInHeadingDescriptionBuyerCategoryAndLocation() {
        store(
                tender(ocid(1)).title("Alpha road"),
                tender(ocid(2)).description("Bravo road"),
                tender(ocid(3)).buyer(new Organisation(Optional.empty(), "Charlie road")),
                tender(ocid(4)).category("Delta road"),
                tender(ocid(5)).province("Limpopo"),
                tender(ocid(6)).deliveryLocation("12 Foxtrot street, Malelane"));

        assertThat(text("ALPHA")).containsExactly(ocid(1));
        assertThat(text("bravo")).containsExactly(ocid(2));
        assertThat(text("charlie")).containsExactly(ocid(3));
        assertThat(text("delta")).containsExactly(ocid(4));
        assertThat(text("limpopo")).containsExactly(ocid(5));
        assertThat(text("foxtrot malelane")).containsExactly(ocid(6));
        assertThat(text("golf")).isEmpty();
        assertThat(text("alpha bravo")).isEmpty();
    }

    @Test
    void readsPhrasesOrAndNot() {
        store(
                tender(ocid(1)).title("Water pipe repair"),
                tender(ocid(2)).title("Pipe for water"),
                tender(ocid(3)).title("School fence"));

        assertThat(text("water pipe")).containsExactlyInAnyOrder(ocid(1), ocid(2));
        assertThat(text("\"water pipe\"")).containsExactly(ocid(1));
        assertThat(text("fence or repair")).containsExactlyInAnyOrder(ocid(1), ocid(3));
        assertThat(text("water -repair")).containsExactly(ocid(2));
        assertThat(text("-water")).containsExactly(ocid(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"unclosed", "or or", "-", "a:b&c|!d", "'", "\\", "(()", "%_", "or", "\"\"", "--x", "<->"})
    void neverFailsOnOddText(String text) {
        store(tender(ocid(1)));

        assertThat(tenderCatalog().search(query().text(text).build()).hits()).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void ranksAWordInTheHeadingAboveOneInTheDescription() {
        store(
                Tender.builder(ocid(1), day(5)).title("Repairs").description("A sanitation block"),
                Tender.builder(ocid(2), day(1)).title("Sanitation block").description("Repairs"));

        List<TenderHit> hits =
                tenderCatalog().search(query().text("sanitation").build()).hits();

        assertThat(hits).extracting(TenderHit::ocid).containsExactly(ocid(2), ocid(1));
        assertThat(hits.get(0).relevance()).isGreaterThan(hits.get(1).relevance());
        assertThat(hits.get(1).relevance()).isPositive();
    }

    @Test
    void sortsTextResultsOtherwiseWhenAsked() {
        store(
                Tender.builder(ocid(1), day(5)).title("Repairs").description("A sanitation block"),
                Tender.builder(ocid(2), day(1)).title("Sanitation block").description("Repairs"));

        assertThat(search(query().text("sanitation").sort(TenderSort.NEWEST))).containsExactly(ocid(1), ocid(2));
    }

    @Test
    void ranksTheNewestOfVeryManyMatchesAndLetsTheRestFollowByDate() {
        int behind = 30;
        store(IntStream.range(0, TenderSort.RANKED + behind)
                .mapToObj(n -> Tender.builder(ocid(n), day(0).plusSeconds(n))
                        .title(n % 50 == 7 ? "Sanitation" : "Repairs")
                        .description("Sanitation")
                        .build())
                .toArray(Tender[]::new));
        TenderQueryBuilder query = query().text("sanitation").limit(100);
        List<String> paged = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            TenderPage page =
                    tenderCatalog().search(query.cursor(cursor.orElse(null)).build());
            paged.addAll(ocids(page));
            cursor = page.nextCursor();
            // What comes in pushes nothing out of the ranked ones.
            store(Tender.builder("added-" + paged.size(), day(9))
                    .title("Sanitation")
                    .build());
        } while (cursor.isPresent());
        paged.removeIf(ocid -> ocid.startsWith("added"));

        assertThat(paged).hasSize(TenderSort.RANKED + behind).doesNotHaveDuplicates();
        assertThat(paged.subList(0, TenderSort.RANKED / 50))
                .as("the best of the ranked ones")
                .isSorted()
                .allMatch(ocid -> Integer.parseInt(ocid.substring(ocid.length() - 2)) % 50 == 7);
        assertThat(paged.subList(TenderSort.RANKED, paged.size()))
                .containsExactlyElementsOf(IntStream.range(0, behind)
                        .mapToObj(n -> ocid(behind - 1 - n))
                        .toList());
    }

    private List<Highlight> highlights(String text) {
        return tenderCatalog().search(query().text(text).build()).hits().get(0).highlights();
    }

    private static Piece found(String text) {
        return new Piece(text, true);
    }

    private static Piece around(String text) {
        return new Piece(text, false);
    }

    @Test
    void showsWhereTheWordsStandInHeadingAndDescription() {
        store(tender(ocid(1))
                .title("A new sewer for <b>Zeerust</b> & Lehurutshe")
                .description("The SEWER, then the road"));

        assertThat(highlights("sewer"))
                .containsExactly(
                        new Highlight(
                                Field.HEADING,
                                List.of(around("A new "), found("sewer"), around(" for <b>Zeerust</b> & Lehurutshe"))),
                        new Highlight(
                                Field.DESCRIPTION, List.of(around("The "), found("SEWER"), around(", then the road"))));
        assertThat(highlights("lehurutshe -bridge"))
                .containsExactly(new Highlight(
                        Field.HEADING, List.of(around("A new sewer for <b>Zeerust</b> & "), found("Lehurutshe"))));
        assertThat(tenderCatalog().search(query().build()).hits().get(0).highlights())
                .isEmpty();
    }

    @Test
    void showsTextsAsPublishedWhereverTheirAccentsAre() {
        store(tender(ocid(1))
                .title("Opgradering in Môreson – kliniek na Môreson-Oos")
                .description("\u00e9\u00e9n ding"));

        assertThat(highlights("moreson"))
                .first()
                .satisfies(highlight -> assertThat(highlight.pieces())
                        .startsWith(around("Opgradering in "), found("Môreson"), around(" – kliniek na "))
                        .contains(found("Môreson")));
        assertThat(highlights("een"))
                .containsExactly(new Highlight(Field.DESCRIPTION, List.of(found("één"), around(" ding"))));
    }

    @Test
    void showsOfALongDescriptionThePartAroundTheWords() {
        String before = IntStream.range(0, 60).mapToObj(n -> "before" + n).collect(Collectors.joining(" "));
        String behind = IntStream.range(0, 60).mapToObj(n -> "behind" + n).collect(Collectors.joining(" "));
        store(tender(ocid(1)).description(before + " borehole pump " + behind));

        List<Piece> pieces = highlights("borehole pump").get(0).pieces();

        assertThat(pieces).contains(found("borehole"), found("pump"));
        String shown = pieces.stream().map(Piece::text).collect(Collectors.joining());
        assertThat(before + " borehole pump " + behind).contains(shown);
        assertThat(shown.split(" ")).hasSize(30);
        assertThat(shown).contains("before59 borehole pump behind0");
    }

    @Test
    void searchesWhatATenderSaysNowAndNotWhatItSaid() {
        store(Tender.builder(ocid(1), day(1)).title("Fence").build());
        store(Tender.builder(ocid(1), day(2)).title("Borehole").build());

        assertThat(text("fence")).isEmpty();
        assertThat(text("borehole")).containsExactly(ocid(1));
    }
}
