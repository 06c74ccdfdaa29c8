package io.tenderhub.contract;

import static io.tenderhub.analytics.SpendDimension.BUYER;
import static io.tenderhub.analytics.SpendDimension.CATEGORY;
import static io.tenderhub.analytics.SpendDimension.MONTH;
import static io.tenderhub.analytics.SpendDimension.PROVINCE;
import static io.tenderhub.analytics.SpendDimension.SUPPLIER;
import static io.tenderhub.contract.SampleTenders.ocid;
import static io.tenderhub.contract.SampleTenders.tender;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.analytics.DayRange;
import io.tenderhub.analytics.Spend;
import io.tenderhub.analytics.SpendCatalog;
import io.tenderhub.analytics.SpendDimension;
import io.tenderhub.analytics.SpendQuestion;
import io.tenderhub.analytics.SpendSums;
import io.tenderhub.event.UnitOfWork;
import io.tenderhub.tender.Award;
import io.tenderhub.tender.Money;
import io.tenderhub.tender.Organisation;
import io.tenderhub.tender.Tender;
import io.tenderhub.tender.TenderBuilder;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@link SpendCatalog} promises. */
public abstract class SpendCatalogContract {
    /** The clock that the implementation under test is built with. */
    protected final MovableClock clock = new MovableClock(Instant.parse("2026-11-21T08:00:00Z"));

    private static final ZoneId ZONE = ZoneId.of("Africa/Johannesburg");

    private int tenders;

    protected abstract UnitOfWork unitOfWork();

    protected abstract SpendCatalog spendCatalog();

    private SpendSums ask(SpendQuestion question) {
        return spendCatalog().sums(question, ZONE);
    }

    private List<Spend> all() {
        return ask(SpendQuestion.by(BUYER)).spends();
    }

    private List<Spend> in(String currency) {
        return ask(SpendQuestion.by(BUYER).in(currency)).spends();
    }

    private List<Spend> by(SpendDimension dimension) {
        return ask(SpendQuestion.by(dimension)).spends();
    }

    private void store(String buyer, Award... awards) {
        store(next().buyer(organisation(buyer)).awards(List.of(awards)));
    }

    private TenderBuilder next() {
        return tender(ocid(tenders++));
    }

    private void store(TenderBuilder tender) {
        unitOfWork()
                .forSystem(
                        transaction -> transaction.tenders().saveAll(List.of(SampleTenders.toStore(tender.build()))));
    }

    private static Organisation organisation(String name) {
        return new Organisation(Optional.empty(), name);
    }

    private static Award award(String status, Optional<Money> value) {
        return new Award(
                Optional.empty(),
                Optional.of(status).filter(s -> !s.isEmpty()),
                Optional.empty(),
                value,
                List.of(organisation("Supplier A"), organisation("Supplier B")));
    }

    private static Award award(String amount) {
        return award("active", Optional.of(money(amount, "ZAR")));
    }

    private static Money money(String amount, String currency) {
        return new Money(new BigDecimal(amount), currency);
    }

    private static Spend spend(String buyer, String amount, String currency, long awards) {
        return Spend.of(buyer, money(amount, currency), awards);
    }

    private static Spend nameless(String amount, String currency, long awards, long tenders) {
        return new Spend(Optional.empty(), money(amount, currency), awards, tenders);
    }

    private static Award awardAt(String amount, String date, String... suppliers) {
        return new Award(
                Optional.empty(),
                Optional.of("active"),
                Optional.of(date).filter(text -> !text.isEmpty()).map(Instant::parse),
                Optional.of(money(amount, "ZAR")),
                Stream.of(suppliers).map(SpendCatalogContract::organisation).toList());
    }

    @Test
    void isEmptyWhereNothingWasAwarded() {
        store("Public Works");

        assertThat(all()).isEmpty();
        assertThat(in("ZAR")).isEmpty();
    }

    @Test
    void addsUpEachBuyersAwardsToTheLastDigit() {
        store("Public Works", award("0.1"), award("0.2"));
        store("Public Works", award("12345678901234567890.12"));
        store("Health", award("1000000"));

        assertThat(all())
                .containsExactly(
                        spend("Public Works", "12345678901234567890.42", "ZAR", 3),
                        spend("Health", "1000000", "ZAR", 1));
    }

    @Test
    void countsAnAwardToSeveralSuppliersOnce() {
        store("Public Works", award("100.50"));

        assertThat(all()).containsExactly(spend("Public Works", "100.5", "ZAR", 1));
    }

    @Test
    void neverAddsCurrenciesTogether() {
        store(
                "Public Works",
                award("10"),
                award("active", Optional.of(money("20", "USD"))),
                award("active", Optional.of(money("30", "USD"))));

        assertThat(in("ZAR")).containsExactly(spend("Public Works", "10", "ZAR", 1));
        assertThat(in("USD")).containsExactly(spend("Public Works", "50", "USD", 2));
        assertThat(in("EUR")).isEmpty();
        assertThat(all())
                .containsExactlyInAnyOrder(
                        spend("Public Works", "10", "ZAR", 1), spend("Public Works", "50", "USD", 2));
    }

    @Test
    void countsNeitherValuesOfTendersNorAwardsWithoutOne() {
        store(next().buyer(organisation("Public Works"))
                .value(money("999", "ZAR"))
                .awards(List.of(award("active", Optional.empty()), award("5"))));

        assertThat(all()).containsExactly(spend("Public Works", "5", "ZAR", 1));
    }

    @Test
    void countsOnlyAwardsInForce() {
        Optional<Money> one = Optional.of(money("1", "ZAR"));
        store(
                "Public Works",
                award("pending", one),
                award("cancelled", one),
                award("Unsuccessful", one),
                award("active", one),
                award("some other word", one),
                award("", one));

        assertThat(all()).containsExactly(spend("Public Works", "3", "ZAR", 3));
    }

    @Test
    void takesTheProcuringEntityWhereNoBuyerIsNamed() {
        store(next().procuringEntity(organisation("Eskom")).awards(List.of(award("7"))));
        store(next().buyer(organisation("Public Works"))
                .procuringEntity(organisation("Eskom"))
                .awards(List.of(award("8"))));
        store(next().awards(List.of(award("9"))));

        assertThat(all())
                .containsExactly(
                        nameless("9", "ZAR", 1, 0),
                        spend("Public Works", "8", "ZAR", 1),
                        spend("Eskom", "7", "ZAR", 1));
    }

    @Test
    void takesNamesThatDifferInCaseOnlyForOneBuyer() {
        store("public works", award("1"));
        store("PUBLIC WORKS", award("2"));
        store("Public Works", award("3"));

        assertThat(all()).containsExactly(spend("PUBLIC WORKS", "6", "ZAR", 3));
    }

    @Test
    void countsATenderAsItIsNow() {
        String ocid = ocid(999);
        store(tender(ocid).buyer(organisation("Public Works")).awards(List.of(award("5"))));
        store(Tender.builder(ocid, SampleTenders.PUBLISHED.plusSeconds(60))
                .title("Paving")
                .buyer(organisation("Public Works"))
                .awards(List.of(award("4"))));

        assertThat(all()).containsExactly(spend("Public Works", "4", "ZAR", 1));
    }

    @Test
    void ordersTheLargestSumFirstAndEqualOnesByName() {
        store("B", award("9"));
        store("A", award("9.0"));
        store("C", award("10"));

        assertThat(in("ZAR")).extracting(spend -> spend.name().orElseThrow()).containsExactly("C", "A", "B");
    }

    @Test
    void agreesWithAddingUpByHand() {
        Random random = new Random(11);
        Map<String, BigDecimal> expected = new HashMap<>();
        for (int i = 0; i < 60; i++) {
            String buyer = "Buyer " + random.nextInt(5);
            Award[] awards = new Award[random.nextInt(4)];
            for (int a = 0; a < awards.length; a++) {
                Money value = new Money(
                        BigDecimal.valueOf(1 + random.nextInt(1_000_000), random.nextInt(4)),
                        random.nextBoolean() ? "ZAR" : "USD");
                awards[a] = award("active", Optional.of(value));
                expected.merge(buyer + " " + value.currency(), value.amount(), BigDecimal::add);
            }
            store(buyer, awards);
        }

        Map<String, BigDecimal> found = new HashMap<>();
        all().forEach(spend -> found.put(
                spend.name().orElseThrow() + " " + spend.spent().currency(),
                spend.spent().amount()));
        assertThat(found.keySet()).isEqualTo(expected.keySet());
        expected.forEach((key, amount) -> assertThat(found.get(key)).as(key).isEqualByComparingTo(amount));
        assertThat(Arrays.asList(in("ZAR").size(), in("USD").size())).allMatch(size -> size <= 5);
    }

    @Test
    void tellsHowManyAwardsInForceHaveNoValueThatCounts() {
        Award lowerCase = award("active", Optional.of(money("5", "zar")));
        store("Public Works", award("active", Optional.empty()), lowerCase, award("7"));
        store("Health", award("cancelled", Optional.empty()));

        SpendSums sums = ask(SpendQuestion.by(BUYER).in("ZAR"));
        assertThat(sums.spends()).containsExactly(spend("Public Works", "7", "ZAR", 1));
        assertThat(sums.withoutValue()).isEqualTo(2);
        assertThat(ask(SpendQuestion.by(SUPPLIER)).withoutValue()).isEqualTo(2);
        assertThat(ask(SpendQuestion.by(BUYER).withFallback()).withoutValue()).isEqualTo(2);
    }

    @Test
    void addsUpByProvinceAndCategoryWithWhatHasNone() {
        store(next().province("Gauteng").category("works").awards(List.of(award("1"), award("2"))));
        store(next().province("GAUTENG").category("goods").awards(List.of(award("4"))));
        store(next().awards(List.of(award("8"))));

        assertThat(by(PROVINCE)).containsExactly(nameless("8", "ZAR", 1, 0), spend("GAUTENG", "7", "ZAR", 3));
        assertThat(by(CATEGORY))
                .containsExactly(
                        nameless("8", "ZAR", 1, 0), spend("goods", "4", "ZAR", 1), spend("works", "3", "ZAR", 2));
    }

    @Test
    void addsUpByTheMonthOfTheAwardInTheZone() {
        store(next().awards(List.of(
                awardAt("1", "2026-03-31T21:59:59.999Z"),
                awardAt("2", "2026-03-31T22:00:00Z"),
                awardAt("4", "0001-01-01T00:00:00Z"),
                awardAt("8", ""))));
        String released =
                SampleTenders.PUBLISHED.atZone(ZONE).toLocalDate().toString().substring(0, 7);

        assertThat(by(MONTH))
                .containsExactlyInAnyOrder(
                        spend("2026-03", "1", "ZAR", 1),
                        spend("2026-04", "2", "ZAR", 1),
                        spend(released, "12", "ZAR", 2))
                .isSortedAccordingTo(MONTH.order());
    }

    @Test
    void takesMonthsOfZonesThatAreOffsetsTheRightWayRound() {
        store(next().awards(List.of(awardAt("1", "2026-03-31T22:30:00Z"))));

        assertThat(spendCatalog()
                        .sums(SpendQuestion.by(MONTH), ZoneOffset.ofHours(2))
                        .spends())
                .containsExactly(spend("2026-04", "1", "ZAR", 1));
        assertThat(spendCatalog()
                        .sums(SpendQuestion.by(MONTH), ZoneOffset.ofHours(-2))
                        .spends())
                .containsExactly(spend("2026-03", "1", "ZAR", 1));
        assertThat(spendCatalog().sums(SpendQuestion.by(MONTH), ZoneOffset.UTC).spends())
                .containsExactly(spend("2026-03", "1", "ZAR", 1));
    }

    @Test
    void takesThoseWhoAreAwardedTogetherForOneAndSuppliersWithoutANameForNone() {
        store(next().awards(List.of(
                awardAt("1", "", "Builders", "Architects", "Builders"),
                awardAt("2", "", "ARCHITECTS", "BUILDERS"),
                awardAt("4", "", "Builders"),
                awardAt("8", ""))));

        assertThat(by(SUPPLIER))
                .containsExactly(
                        nameless("8", "ZAR", 1, 0),
                        spend("Builders", "4", "ZAR", 1),
                        spend("ARCHITECTS; BUILDERS", "3", "ZAR", 2));
    }

    @Test
    void countsTheDaysOfARangeFromItsFirstToBeforeItsEnd() {
        store(
                "Public Works",
                awardAt("1", "2026-03-31T21:59:59Z"),
                awardAt("2", "2026-03-31T22:00:00Z"),
                awardAt("4", "2026-04-02T21:59:59.999999999Z"),
                awardAt("8", "2026-04-02T22:00:00Z"));
        LocalDate first = LocalDate.parse("2026-04-01");
        LocalDate end = LocalDate.parse("2026-04-03");

        assertThat(ask(SpendQuestion.by(BUYER).during(DayRange.of(first, end))).spends())
                .containsExactly(spend("Public Works", "6", "ZAR", 2));
        assertThat(ask(SpendQuestion.by(BUYER).during(new DayRange(Optional.of(first), Optional.empty())))
                        .spends())
                .containsExactly(spend("Public Works", "14", "ZAR", 3));
        assertThat(ask(SpendQuestion.by(BUYER).during(new DayRange(Optional.empty(), Optional.of(first))))
                        .spends())
                .containsExactly(spend("Public Works", "1", "ZAR", 1));
    }

    @Test
    void fallsBackToTheTendersOwnValueOnlyWhenAskedAndNeverBesideAnAwardThatCounts() {
        store(next().buyer(organisation("Awarded"))
                .value(money("100", "USD"))
                .awards(List.of(awardAt("5", "2019-01-01T00:00:00Z"), award("active", Optional.empty()))));
        store(next().buyer(organisation("Cancelled"))
                .value(money("10", "ZAR"))
                .awards(List.of(award("cancelled", Optional.of(money("7", "ZAR"))))));
        store(next().buyer(organisation("Open")).value(money("20.50", "ZAR")));
        store(next().buyer(organisation("Not disclosed")));

        assertThat(all()).containsExactly(spend("Awarded", "5", "ZAR", 1));
        assertThat(ask(SpendQuestion.by(BUYER).withFallback()).spends())
                .containsExactly(
                        new Spend(Optional.of("Open"), money("20.5", "ZAR"), 0, 1),
                        new Spend(Optional.of("Cancelled"), money("10", "ZAR"), 0, 1),
                        spend("Awarded", "5", "ZAR", 1));
        assertThat(ask(SpendQuestion.by(SUPPLIER).withFallback()).spends()).contains(nameless("35.5", "ZAR", 1, 2));
        assertThat(ask(SpendQuestion.by(BUYER)
                                .withFallback()
                                .during(new DayRange(Optional.of(LocalDate.parse("2020-01-01")), Optional.empty())))
                        .spends())
                .as("an award of another day stands for its tender, too")
                .extracting(spend -> spend.name().orElseThrow())
                .containsExactly("Open", "Cancelled");
    }

    @Test
    void comesToTheSameTotalByWhateverDimensionAndOverWhateverRangesInARow() {
        Random random = new Random(7);
        String[] places = {"Gauteng", "Limpopo", null};
        for (int i = 0; i < 40; i++) {
            Award[] awards = new Award[random.nextInt(3)];
            for (int a = 0; a < awards.length; a++) {
                awards[a] = new Award(
                        Optional.empty(),
                        Optional.of(random.nextInt(4) == 0 ? "pending" : "active"),
                        random.nextBoolean()
                                ? Optional.of(SampleTenders.PUBLISHED.plus(Duration.ofDays(random.nextInt(300))))
                                : Optional.empty(),
                        random.nextInt(5) == 0 ? Optional.empty() : Optional.of(anyMoney(random)),
                        random.nextBoolean() ? List.of(organisation("Supplier " + random.nextInt(3))) : List.of());
            }
            store(next().buyer(random.nextInt(4) == 0 ? null : organisation("Buyer " + random.nextInt(4)))
                    .province(places[random.nextInt(3)])
                    .category(places[random.nextInt(3)])
                    .value(random.nextBoolean() ? anyMoney(random) : null)
                    .awards(List.of(awards)));
        }
        for (SpendQuestion question :
                List.of(SpendQuestion.by(BUYER), SpendQuestion.by(BUYER).withFallback())) {
            Map<String, BigDecimal> total = total(List.of(ask(question)));
            assertThat(total).hasSize(2);
            for (SpendDimension by : SpendDimension.values()) {
                SpendQuestion asked = new SpendQuestion(by, Optional.empty(), DayRange.ALL, question.fallback());
                assertThat(total(List.of(ask(asked)))).as(by.code()).isEqualTo(total);
                LocalDate middle =
                        SampleTenders.PUBLISHED.atZone(ZONE).toLocalDate().plusDays(100);
                assertThat(total(List.of(
                                ask(asked.during(new DayRange(Optional.empty(), Optional.of(middle)))),
                                ask(asked.during(DayRange.of(middle, middle.plusDays(33)))),
                                ask(asked.during(new DayRange(Optional.of(middle.plusDays(33)), Optional.empty()))))))
                        .isEqualTo(total);
            }
        }
    }

    private static Money anyMoney(Random random) {
        return new Money(
                BigDecimal.valueOf(1 + random.nextInt(1_000_000), random.nextInt(3)),
                random.nextBoolean() ? "ZAR" : "USD");
    }

    private static Map<String, BigDecimal> total(List<SpendSums> sums) {
        Map<String, BigDecimal> totals = new HashMap<>();
        sums.stream()
                .flatMap(some -> some.spends().stream())
                .forEach(spend ->
                        totals.merge(spend.spent().currency(), spend.spent().amount(), BigDecimal::add));
        totals.replaceAll((currency, amount) -> amount.stripTrailingZeros());
        return totals;
    }
}
