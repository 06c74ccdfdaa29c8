package io.tenderhub.contract;

import static io.tenderhub.analytics.CountedBy.CLOSING_WEEK;
import static io.tenderhub.analytics.CountedBy.STATUS;
import static io.tenderhub.contract.SampleTenders.ocid;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.analytics.Count;
import io.tenderhub.analytics.DayFigure;
import io.tenderhub.analytics.DayRange;
import io.tenderhub.analytics.TenderFigures;
import io.tenderhub.event.UnitOfWork;
import io.tenderhub.tender.Money;
import io.tenderhub.tender.Period;
import io.tenderhub.tender.Tender;
import io.tenderhub.tender.TenderBuilder;
import io.tenderhub.tender.TenderStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What {@link TenderFigures} promises. */
public abstract class TenderFiguresContract {
    private static final ZoneId ZONE = ZoneId.of("Africa/Johannesburg");
    private static final LocalDate FIRST = LocalDate.parse("2026-01-04");

    private int tenders;

    protected abstract UnitOfWork unitOfWork();

    protected abstract TenderFigures figures();

    private TenderBuilder published(String at) {
        return Tender.builder(ocid(tenders++), Instant.parse(at)).title("Paving");
    }

    private void store(TenderBuilder tender) {
        unitOfWork()
                .forSystem(
                        transaction -> transaction.tenders().saveAll(List.of(SampleTenders.toStore(tender.build()))));
    }

    private void closing(String at) {
        store(published("2025-12-01T00:00:00Z")
                .tenderPeriod(new Period(Optional.empty(), Optional.of(Instant.parse(at)))));
    }

    private static Count count(String name, long tenders) {
        return new Count(Optional.of(name), tenders);
    }

    private static Money money(String amount, String currency) {
        return new Money(new BigDecimal(amount), currency);
    }

    @Test
    void findsNothingWhereThereIsNothing() {
        assertThat(figures().counts(STATUS, DayRange.ALL, ZONE)).isEmpty();
        assertThat(figures().counts(CLOSING_WEEK, DayRange.ALL, ZONE)).isEmpty();
        assertThat(figures().daily(Optional.empty(), "ZAR", DayRange.ALL, ZONE)).isEmpty();
    }

    @Test
    void countsByStatusWhateverTheCaseMostFirst() {
        store(published("2026-01-04T00:00:00Z").status(new TenderStatus("complete")));
        store(published("2026-01-04T00:00:00Z").status(new TenderStatus("active")));
        store(published("2026-01-04T00:00:00Z").status(new TenderStatus("Active")));
        store(published("2026-01-04T00:00:00Z"));

        assertThat(figures().counts(STATUS, DayRange.ALL, ZONE))
                .containsExactly(count("Active", 2), count("complete", 1), new Count(Optional.empty(), 1));
    }

    @Test
    void countsStatusesOfTheDaysOnWhichTendersWerePublished() {
        store(published("2026-01-03T21:59:59Z").status(new TenderStatus("before")));
        store(published("2026-01-03T22:00:00Z").status(new TenderStatus("within")));
        store(published("2026-01-05T21:59:59.999999999Z").status(new TenderStatus("within")));
        store(published("2026-01-05T22:00:00Z").status(new TenderStatus("behind")));

        assertThat(figures().counts(STATUS, DayRange.of(FIRST, FIRST.plusDays(2)), ZONE))
                .containsExactly(count("within", 2));
    }

    @Test
    void countsByIsoWeeksOfTheZoneAsTheyCome() {
        closing("2026-01-04T21:59:59Z");
        closing("2026-01-04T22:00:00Z");
        closing("2024-12-30T12:00:00Z");
        closing("2020-12-31T12:00:00Z");
        store(published("2026-01-04T00:00:00Z"));

        assertThat(figures().counts(CLOSING_WEEK, DayRange.ALL, ZONE))
                .containsExactly(
                        count("2020-W53", 1),
                        count("2025-W01", 1),
                        count("2026-W01", 1),
                        count("2026-W02", 1),
                        new Count(Optional.empty(), 1));
        assertThat(figures().counts(CLOSING_WEEK, DayRange.of(FIRST, FIRST.plusDays(1)), ZONE))
                .containsExactly(count("2026-W01", 1));
        assertThat(figures().counts(CLOSING_WEEK, DayRange.of(FIRST, FIRST.plusDays(1)), ZoneOffset.ofHours(-5)))
                .containsExactly(count("2026-W01", 2));
    }

    @Test
    void addsUpEachDayInOneCurrencyAndCountsAllOfIt() {
        store(published("2026-01-04T08:00:00Z").category("works").value(money("0.10", "ZAR")));
        store(published("2026-01-04T09:00:00Z").category("WORKS").value(money("0.25", "ZAR")));
        store(published("2026-01-04T10:00:00Z").category("works").value(money("7", "USD")));
        store(published("2026-01-04T22:00:00Z").category("works"));
        store(published("2026-01-04T10:00:00Z").category("goods").value(money("1000", "ZAR")));
        store(published("2026-01-04T10:00:00Z").value(money("2000", "ZAR")));

        DayFigure first = new DayFigure(FIRST, 3, 2, new BigDecimal("0.35"));
        assertThat(first.average()).contains(new BigDecimal("0.18"));
        assertThat(figures().daily(Optional.of("Works"), "ZAR", DayRange.ALL, ZONE))
                .containsExactly(first, new DayFigure(FIRST.plusDays(1), 1, 0, BigDecimal.ZERO));
        assertThat(figures().daily(Optional.of("works"), "USD", DayRange.of(FIRST, FIRST.plusDays(1)), ZONE))
                .containsExactly(new DayFigure(FIRST, 3, 1, new BigDecimal("7")));
        assertThat(figures().daily(Optional.empty(), "ZAR", DayRange.of(FIRST, FIRST.plusDays(1)), ZONE))
                .containsExactly(new DayFigure(FIRST, 5, 4, new BigDecimal("3000.35")));
        assertThat(figures().daily(Optional.of("services\0"), "ZAR", DayRange.ALL, ZONE))
                .isEmpty();
    }
}
