package io.tenderhub.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.failure.UnavailableException;
import io.tenderhub.memory.InMemoryHub;
import io.tenderhub.tender.Money;
import io.tenderhub.tender.Tender;
import io.tenderhub.tender.TenderStatus;
import io.tenderhub.tender.TenderToStore;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TenderAnalyticsTest {
    private static final Instant NIGHT = Instant.parse("2026-11-21T22:30:00Z");
    private static final ZoneId ZONE = ZoneId.of("Africa/Johannesburg");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
    private final InMemoryHub hub = new InMemoryHub(Clock.fixed(NIGHT, ZoneOffset.UTC));
    private int tenders;

    private TenderAnalytics at(Instant now) {
        return new TenderAnalytics(hub.tenderFigures(), hub.countReports(), ZONE, Clock.fixed(now, ZoneOffset.UTC));
    }

    private void published(String at, String amount, String currency) {
        Tender tender = Tender.builder("ocds-" + tenders++, Instant.parse(at))
                .title("A tender")
                .category("works")
                .status(new TenderStatus("active"))
                .value(new Money(new BigDecimal(amount), currency))
                .build();
        hub.unitOfWork()
                .forSystem(transaction -> transaction.tenders().saveAll(List.of(new TenderToStore(tender, Set.of()))));
    }

    @Test
    void showsEveryDayOfTheLastThirtyAlsoThoseWithoutTenders() {
        published("2026-11-21T22:00:00Z", "10", "ZAR");
        published("2026-11-21T22:10:00Z", "0.01", "ZAR");
        published("2026-11-21T22:20:00Z", "7", "USD");

        Trend trend = at(NIGHT).trend(Optional.of("works"), "ZAR", DayRange.ALL);

        assertThat(trend.days()).hasSize(30);
        assertThat(trend.days().get(0)).isEqualTo(DayFigure.none(TODAY.minusDays(29)));
        assertThat(trend.days().get(29)).isEqualTo(new DayFigure(TODAY, 3, 2, new BigDecimal("10.01")));
        assertThat(trend.days().get(29).average()).contains(new BigDecimal("5.01"));
        assertThat(trend.days().get(28).average()).isEmpty();
    }

    @Test
    void showsTheDaysOfARangeAndNoMoreThanAThousand() {
        TenderAnalytics analytics = at(NIGHT);
        assertThat(analytics
                        .trend(Optional.empty(), "ZAR", DayRange.of(TODAY, TODAY.plusDays(2)))
                        .days())
                .extracting(DayFigure::day)
                .containsExactly(TODAY, TODAY.plusDays(1));
        assertThat(analytics
                        .trend(Optional.empty(), "ZAR", new DayRange(Optional.empty(), Optional.of(TODAY)))
                        .days())
                .hasSize(30)
                .last()
                .isEqualTo(DayFigure.none(TODAY.minusDays(1)));
        assertThatThrownBy(() -> analytics.trend(Optional.empty(), "ZAR", DayRange.of(TODAY.minusDays(1001), TODAY)))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> analytics.trend(Optional.empty(), "rand", DayRange.ALL))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void answersByTheLastNightUnlessItIsOldOrARangeIsAskedFor() {
        published("2026-11-20T08:00:00Z", "10", "ZAR");
        assertThat(at(NIGHT).refresh()).isEqualTo(1);
        published("2026-11-21T08:00:00Z", "10", "ZAR");

        assertThat(at(NIGHT).counts(CountedBy.STATUS, DayRange.ALL).counts())
                .containsExactly(new Count(Optional.of("active"), 1));
        assertThat(at(NIGHT)
                        .counts(CountedBy.STATUS, DayRange.of(TODAY.minusDays(9), TODAY))
                        .counts())
                .containsExactly(new Count(Optional.of("active"), 2));
        assertThat(at(NIGHT.plus(Duration.ofHours(27)))
                        .counts(CountedBy.STATUS, DayRange.ALL)
                        .counts())
                .containsExactly(new Count(Optional.of("active"), 2));
    }

    @Test
    void answersFromTheTruthWhileTheReportsAreAway() {
        published("2026-11-20T08:00:00Z", "10", "ZAR");
        CountReports away = new CountReports() {
            @Override
            public void save(CountReport report) {
                throw new UnavailableException("reports", "taken away", null);
            }

            @Override
            public Optional<CountReport> latest(CountedBy by) {
                throw new UnavailableException("reports", "taken away", null);
            }
        };
        TenderAnalytics analytics =
                new TenderAnalytics(hub.tenderFigures(), away, ZONE, Clock.fixed(NIGHT, ZoneOffset.UTC));

        assertThat(analytics.counts(CountedBy.CLOSING_WEEK, DayRange.ALL).counts())
                .containsExactly(new Count(Optional.empty(), 1));
        assertThatThrownBy(analytics::refresh).isInstanceOf(UnavailableException.class);
    }
}
