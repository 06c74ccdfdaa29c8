package io.tenderhub.contract;

import static io.tenderhub.contract.SampleTenders.ocid;
import static io.tenderhub.contract.SampleTenders.tender;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.analytics.BuyerSpend;
import io.tenderhub.analytics.SpendCatalog;
import io.tenderhub.event.UnitOfWork;
import io.tenderhub.tender.Award;
import io.tenderhub.tender.Money;
import io.tenderhub.tender.Organisation;
import io.tenderhub.tender.Tender;
import io.tenderhub.tender.TenderBuilder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What {@link SpendCatalog} promises. */
public abstract class SpendCatalogContract {
    /** The clock that the implementation under test is built with. */
    protected final MovableClock clock = new MovableClock(Instant.parse("2026-11-21T08:00:00Z"));

    private int tenders;

    protected abstract UnitOfWork unitOfWork();

    protected abstract SpendCatalog spendCatalog();

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

    private static BuyerSpend spend(String buyer, String amount, String currency, long awards) {
        return new BuyerSpend(buyer, money(amount, currency), awards);
    }

    @Test
    void isEmptyWhereNothingWasAwarded() {
        store("Public Works");

        assertThat(spendCatalog().all()).isEmpty();
        assertThat(spendCatalog().in("ZAR")).isEmpty();
    }

    @Test
    void addsUpEachBuyersAwardsToTheLastDigit() {
        store("Public Works", award("0.1"), award("0.2"));
        store("Public Works", award("12345678901234567890.12"));
        store("Health", award("1000000"));

        assertThat(spendCatalog().all())
                .containsExactly(
                        spend("Public Works", "12345678901234567890.42", "ZAR", 3),
                        spend("Health", "1000000", "ZAR", 1));
    }

    @Test
    void countsAnAwardToSeveralSuppliersOnce() {
        store("Public Works", award("100.50"));

        assertThat(spendCatalog().all()).containsExactly(spend("Public Works", "100.5", "ZAR", 1));
    }

    @Test
    void neverAddsCurrenciesTogether() {
        store(
                "Public Works",
                award("10"),
                award("active", Optional.of(money("20", "USD"))),
                award("active", Optional.of(money("30", "USD"))));

        assertThat(spendCatalog().in("ZAR")).containsExactly(spend("Public Works", "10", "ZAR", 1));
        assertThat(spendCatalog().in("USD")).containsExactly(spend("Public Works", "50", "USD", 2));
        assertThat(spendCatalog().in("EUR")).isEmpty();
        assertThat(spendCatalog().all())
                .containsExactlyInAnyOrder(
                        spend("Public Works", "10", "ZAR", 1), spend("Public Works", "50", "USD", 2));
    }

    @Test
    void countsNeitherValuesOfTendersNorAwardsWithoutOne() {
        store(next().buyer(organisation("Public Works"))
                .value(money("999", "ZAR"))
                .awards(List.of(award("active", Optional.empty()), award("5"))));

        assertThat(spendCatalog().all()).containsExactly(spend("Public Works", "5", "ZAR", 1));
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

        assertThat(spendCatalog().all()).containsExactly(spend("Public Works", "3", "ZAR", 3));
    }

    @Test
    void takesTheProcuringEntityWhereNoBuyerIsNamed() {
        store(next().procuringEntity(organisation("Eskom")).awards(List.of(award("7"))));
        store(next().buyer(organisation("Public Works"))
                .procuringEntity(organisation("Eskom"))
                .awards(List.of(award("8"))));
        store(next().awards(List.of(award("9"))));

        assertThat(spendCatalog().all())
                .containsExactly(spend("Public Works", "8", "ZAR", 1), spend("Eskom", "7", "ZAR", 1));
    }

    @Test
    void takesNamesThatDifferInCaseOnlyForOneBuyer() {
        store("public works", award("1"));
        store("PUBLIC WORKS", award("2"));
        store("Public Works", award("3"));

        assertThat(spendCatalog().all()).containsExactly(spend("PUBLIC WORKS", "6", "ZAR", 3));
    }

    @Test
    void countsATenderAsItIsNow() {
        String ocid = ocid(999);
        store(tender(ocid).buyer(organisation("Public Works")).awards(List.of(award("5"))));
        store(Tender.builder(ocid, SampleTenders.PUBLISHED.plusSeconds(60))
                .title("Paving")
                .buyer(organisation("Public Works"))
                .awards(List.of(award("4"))));

        assertThat(spendCatalog().all()).containsExactly(spend("Public Works", "4", "ZAR", 1));
    }

    @Test
    void ordersTheLargestSumFirstAndEqualOnesByName() {
        store("B", award("9"));
        store("A", award("9.0"));
        store("C", award("10"));

        assertThat(spendCatalog().in("ZAR")).extracting(BuyerSpend::buyer).containsExactly("C", "A", "B");
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
        spendCatalog()
                .all()
                .forEach(spend -> found.put(
                        spend.buyer() + " " + spend.spent().currency(),
                        spend.spent().amount()));
        assertThat(found.keySet()).isEqualTo(expected.keySet());
        expected.forEach((key, amount) -> assertThat(found.get(key)).as(key).isEqualByComparingTo(amount));
        assertThat(Arrays.asList(
                        spendCatalog().in("ZAR").size(),
                        spendCatalog().in("USD").size()))
                .allMatch(size -> size <= 5);
    }
}
