package io.tenderhub.analytics;

import static io.tenderhub.analytics.SpendDimension.BUYER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenderhub.cache.Answer;
import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.failure.UnavailableException;
import io.tenderhub.memory.InMemoryHub;
import io.tenderhub.tender.Award;
import io.tenderhub.tender.Money;
import io.tenderhub.tender.Organisation;
import io.tenderhub.tender.Tender;
import io.tenderhub.tender.TenderToStore;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SpendAnalyticsTest {
    private static final Instant NIGHT = Instant.parse("2026-11-21T00:00:00Z");
    private final InMemoryHub hub = new InMemoryHub(Clock.fixed(NIGHT, ZoneOffset.UTC));
    private final Stand stand = new Stand(hub.spendCatalog(), hub.spendReports());
    private final SpendAnalytics spend = at(NIGHT);
    private int releases;

    private SpendAnalytics at(Instant now) {
        return new SpendAnalytics(stand, stand, stand, ZoneOffset.UTC, Clock.fixed(now, ZoneOffset.UTC));
    }

    @BeforeEach
    void awards() {
        award("ocds-1", "Public Works", "100", "ZAR");
        award("ocds-2", "Health", "300", "ZAR");
        award("ocds-3", "Health", "5", "USD");
    }

    private void award(String ocid, String buyer, String amount, String currency) {
        Tender tender = Tender.builder(ocid, NIGHT.plusSeconds(releases++))
                .title("A tender")
                .buyer(new Organisation(Optional.empty(), buyer))
                .awards(List.of(new Award(
                        Optional.empty(),
                        Optional.of("active"),
                        Optional.empty(),
                        Optional.of(new Money(new BigDecimal(amount), currency)),
                        List.of())))
                .build();
        hub.unitOfWork()
                .forSystem(transaction -> transaction.tenders().saveAll(List.of(new TenderToStore(tender, Set.of()))));
    }

    private static Spend spend(String buyer, String amount, String currency) {
        return Spend.of(buyer, new Money(new BigDecimal(amount), currency), 1);
    }

    @Test
    void computesEveryCurrencyAndKeepsItAbove() {
        assertThat(spend.refresh()).isEqualTo(new SpendRefresh(2, 3, 3, 0));

        assertThat(hub.spendReports().latest(BUYER, "ZAR"))
                .contains(new SpendReport(
                        BUYER,
                        "ZAR",
                        List.of(spend("Health", "300", "ZAR"), spend("Public Works", "100", "ZAR")),
                        new BigDecimal("400"),
                        0,
                        NIGHT));
        assertThat(stand.board("USD")).containsExactly(spend("Health", "5", "USD"));
    }

    @Test
    void answersFromTheBoardThenFromTheReportThenFromTheTruthAndFillsWhatIsMissingAbove() {
        assertThat(spend.top(BUYER, "ZAR", 1)).containsExactly(spend("Health", "300", "ZAR"));
        assertThat(stand.truthAsked).isEqualTo(1);
        assertThat(stand.board("ZAR")).hasSize(2);
        assertThat(hub.spendReports().latest(BUYER, "ZAR")).isPresent();

        stand.boards.clear();
        assertThat(spend.top(BUYER, "ZAR", 5)).hasSize(2);
        assertThat(stand.board("ZAR")).hasSize(2);
        assertThat(spend.top(BUYER, "ZAR", 5)).hasSize(2);
        assertThat(stand.truthAsked).isEqualTo(1);
    }

    @Test
    void answersFromTheTruthWhileBothStoresAreAway() {
        stand.boardsAreAway = true;
        stand.reportsAreAway = true;

        assertThat(spend.top(BUYER, "ZAR", 20)).hasSize(2);
        assertThat(spend.top(BUYER, "USD", 20)).containsExactly(spend("Health", "5", "USD"));
    }

    @Test
    void answersFromTheReportWhileTheTruthAndTheBoardAreAway() {
        spend.refresh();
        stand.boardsAreAway = true;
        stand.truthIsAway = true;

        assertThat(spend.top(BUYER, "ZAR", 20)).hasSize(2);
        assertThatThrownBy(() -> spend.top(BUYER, "EUR", 20)).isInstanceOf(UnavailableException.class);
    }

    @Test
    void refreshesTheOneStoreWhileTheOtherIsAwayAndSaysSo() {
        stand.reportsAreAway = true;
        assertThatThrownBy(spend::refresh)
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("reports");
        assertThat(stand.currencies()).containsExactlyInAnyOrder("ZAR", "USD");

        stand.reportsAreAway = false;
        stand.boardsAreAway = true;
        assertThatThrownBy(spend::refresh)
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("boards");
        assertThat(hub.spendReports().currencies(BUYER)).containsExactlyInAnyOrder("ZAR", "USD");
    }

    @Test
    void forgetsACurrencyInWhichNothingIsAwardedAnyMore() {
        spend.refresh();
        award("ocds-3", "Health", "6", "ZAR");

        at(NIGHT.plus(Duration.ofDays(1))).refresh();

        assertThat(hub.spendReports().latest(BUYER, "USD").orElseThrow().spends())
                .isEmpty();
        assertThat(stand.board("USD")).isEmpty();
        assertThat(spend.top(BUYER, "USD", 5)).isEmpty();
    }

    @Test
    void doesNotKeepThatThereWasNothing() {
        assertThat(spend.top(BUYER, "EUR", 5)).isEmpty();
        award("ocds-4", "Water", "1", "EUR");

        assertThat(spend.top(BUYER, "EUR", 5)).containsExactly(spend("Water", "1", "EUR"));
    }

    @Test
    void computesAnewWhatIsOlderThanADay() {
        spend.refresh();
        stand.boards.clear();
        award("ocds-4", "Water", "900", "ZAR");

        assertThat(at(NIGHT.plus(Duration.ofHours(25))).top(BUYER, "ZAR", 1))
                .containsExactly(spend("Health", "300", "ZAR"));
        stand.boards.clear();
        assertThat(at(NIGHT.plus(Duration.ofHours(27))).top(BUYER, "ZAR", 1))
                .containsExactly(spend("Water", "900", "ZAR"));
    }

    @Test
    void answersTheLastReportAsStaleWhereTheTruthIsNeededAndAway() {
        spend.refresh();
        stand.boards.clear();
        SpendAnalytics later = at(NIGHT.plus(Duration.ofHours(27)));
        assertThat(later.topOrLastKnown(BUYER, "ZAR", 1))
                .isEqualTo(Answer.fresh(List.of(spend("Health", "300", "ZAR"))));
        stand.boards.clear();
        stand.truthIsAway = true;
        SpendAnalytics muchLater = at(NIGHT.plus(Duration.ofHours(60)));

        assertThat(muchLater.topOrLastKnown(BUYER, "ZAR", 1))
                .isEqualTo(Answer.stale(List.of(spend("Health", "300", "ZAR")), NIGHT.plus(Duration.ofHours(27))));
        assertThatThrownBy(() -> muchLater.topOrLastKnown(BUYER, "EUR", 1)).isInstanceOf(UnavailableException.class);
        assertThatThrownBy(() -> muchLater.topOrLastKnown(BUYER, "rand", 1)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void refusesWhatIsNoCurrencyAndLimitsOutOfRange() {
        assertThatThrownBy(() -> spend.top(BUYER, "rand", 5))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("currency");
        assertThatThrownBy(() -> spend.top(BUYER, "ZAR", 0)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> spend.top(BUYER, "ZAR", SpendReport.MOST + 1))
                .isInstanceOf(InvalidInputException.class);
    }
}
