package io.tenderhub.memory;

import io.tenderhub.analytics.Count;
import io.tenderhub.analytics.CountedBy;
import io.tenderhub.analytics.DayFigure;
import io.tenderhub.analytics.DayRange;
import io.tenderhub.analytics.SpendRules;
import io.tenderhub.analytics.TenderFigures;
import io.tenderhub.tender.Money;
import io.tenderhub.tender.Tender;
import io.tenderhub.tender.TenderStatus;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.IsoFields;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Counts by looking at every tender. */
final class MemoryTenderFigures implements TenderFigures {
    private final MemoryTruth truth;

    MemoryTenderFigures(MemoryTruth truth) {
        this.truth = truth;
    }

    @Override
    public List<Count> counts(CountedBy by, DayRange days, ZoneId zone) {
        Map<Optional<String>, Count> counts = new HashMap<>();
        tenders()
                .filter(tender -> by == CountedBy.STATUS
                        ? days.contains(tender.releaseDate(), zone)
                        : days.isAll()
                                || tender.closesAt()
                                        .filter(at -> days.contains(at, zone))
                                        .isPresent())
                .map(tender -> by == CountedBy.STATUS
                        ? tender.status().map(TenderStatus::code)
                        : tender.closesAt().map(at -> week(at.atZone(zone))))
                .forEach(name -> counts.merge(
                        name.map(MemoryTenderFigures::key), new Count(name, 1), MemoryTenderFigures::plus));
        return counts.values().stream().sorted(by.order()).toList();
    }

    @Override
    public List<DayFigure> daily(Optional<String> category, String currency, DayRange days, ZoneId zone) {
        Map<LocalDate, DayFigure> figures = new TreeMap<>();
        tenders()
                .filter(tender -> days.contains(tender.releaseDate(), zone))
                .filter(tender -> category.isEmpty()
                        || tender.category()
                                .filter(its -> key(its).equals(key(category.get())))
                                .isPresent())
                .forEach(tender -> {
                    LocalDate day = tender.releaseDate().atZone(zone).toLocalDate();
                    figures.merge(day, figure(day, tender, currency), MemoryTenderFigures::plus);
                });
        return List.copyOf(figures.values());
    }

    private Stream<Tender> tenders() {
        return truth.tenders().stream().map(row -> row.stored().tender());
    }

    private static DayFigure figure(LocalDate day, Tender tender, String currency) {
        Optional<BigDecimal> value = tender.value()
                .filter(money -> money.currency().equals(currency))
                .map(Money::amount);
        return new DayFigure(day, 1, value.isPresent() ? 1 : 0, SpendRules.plain(value.orElse(BigDecimal.ZERO)));
    }

    private static DayFigure plus(DayFigure one, DayFigure other) {
        return new DayFigure(
                one.day(),
                one.tenders() + other.tenders(),
                one.valued() + other.valued(),
                SpendRules.plain(one.total().add(other.total())));
    }

    private static Count plus(Count one, Count other) {
        Optional<String> name =
                one.name().flatMap(mine -> other.name().map(its -> mine.compareTo(its) <= 0 ? mine : its));
        return new Count(name, one.tenders() + other.tenders());
    }

    private static String week(ZonedDateTime at) {
        return String.format(
                Locale.ROOT,
                "%04d-W%02d",
                at.get(IsoFields.WEEK_BASED_YEAR),
                at.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    private static String key(String text) {
        return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
