package io.tenderhub.memory;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.tenderhub.search.LoggedSearch;
import io.tenderhub.search.PositionClicks;
import io.tenderhub.search.SearchClick;
import io.tenderhub.search.SearchDay;
import io.tenderhub.search.SearchUsage.Usage;
import io.tenderhub.search.SearchedText;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Counts over all searches of one owner. */
class MemoryUsage implements Usage {
    private static final Comparator<SearchedText> MOST_FIRST =
            Comparator.comparing(SearchedText::searches).reversed().thenComparing(SearchedText::text);

    private final Supplier<List<LoggedSearch>> searches;

    MemoryUsage(Supplier<List<LoggedSearch>> searches) {
        this.searches = searches;
    }

    private Stream<LoggedSearch> within(LocalDate from, LocalDate to) {
        return searches.get().stream()
                .filter(LoggedSearch::firstPage)
                .filter(search -> !day(search).isBefore(from) && day(search).isBefore(to));
    }

    private static LocalDate day(LoggedSearch search) {
        return LocalDate.ofInstant(search.at(), ZoneOffset.UTC);
    }

    private static long count(List<LoggedSearch> searches, Predicate<LoggedSearch> which) {
        return searches.stream().filter(which).count();
    }

    private static boolean isClicked(LoggedSearch search) {
        return !search.clicks().isEmpty();
    }

    @Override
    public List<SearchDay> days(LocalDate from, LocalDate to) {
        return within(from, to).collect(groupingBy(MemoryUsage::day, TreeMap::new, toList())).entrySet().stream()
                .map(day -> new SearchDay(
                        day.getKey(),
                        day.getValue().size(),
                        count(day.getValue(), LoggedSearch::cached),
                        count(day.getValue(), search -> search.hits() == 0),
                        count(day.getValue(), MemoryUsage::isClicked),
                        day.getValue().stream().mapToLong(LoggedSearch::millis).sum()))
                .toList();
    }

    @Override
    public List<SearchedText> topTexts(LocalDate from, LocalDate to, int limit) {
        return texts(within(from, to), limit);
    }

    @Override
    public List<SearchedText> textsWithoutHits(LocalDate from, LocalDate to, int limit) {
        return texts(within(from, to).filter(search -> search.hits() == 0), limit);
    }

    private static List<SearchedText> texts(Stream<LoggedSearch> searches, int limit) {
        return searches
                .filter(search -> search.text().isPresent())
                .collect(groupingBy(search -> search.text().orElseThrow()))
                .entrySet()
                .stream()
                .map(text -> new SearchedText(
                        text.getKey(), text.getValue().size(), count(text.getValue(), MemoryUsage::isClicked)))
                .sorted(MOST_FIRST)
                .limit(limit)
                .toList();
    }

    @Override
    public List<PositionClicks> positions(LocalDate from, LocalDate to) {
        List<LoggedSearch> counted = within(from, to).toList();
        int last = counted.stream().mapToInt(LoggedSearch::hits).max().orElse(0);
        return IntStream.rangeClosed(1, last)
                .mapToObj(position -> new PositionClicks(
                        position,
                        count(counted, search -> search.hits() >= position),
                        counted.stream()
                                .flatMap(search -> search.clicks().stream())
                                .map(SearchClick::position)
                                .filter(clicked -> clicked == position)
                                .count()))
                .toList();
    }
}
