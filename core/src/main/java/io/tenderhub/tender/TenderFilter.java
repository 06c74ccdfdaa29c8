package io.tenderhub.tender;

import static java.util.Objects.requireNonNull;

import io.tenderhub.cidb.CidbClass;
import io.tenderhub.failure.InvalidInputException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which tenders come into question, whatever their words are. Everything that is empty lets everything through; sets match any of
 * their members, without regard to case.
 *
 * @param closingFrom inclusive; with it or {@code closingTo}, tenders without a closing time are left out
 * @param closingTo exclusive
 * @param publishedFrom release date, inclusive
 * @param publishedTo release date, exclusive
 * @param valueFrom inclusive, in whatever currency the tender has
 * @param valueTo inclusive
 * @param includeUndisclosed whether tenders without value pass a filter on the value
 * @param compulsoryBriefing only tenders with (true) or without (false) a compulsory briefing
 * @param cidbClass only tenders that ask for this class
 * @param highestGrade only tenders that ask for no grade above this one, 1–9; those that ask for none pass
 */
public record TenderFilter(
        Set<String> provinces,
        Set<String> buyers,
        Set<String> categories,
        Set<String> statuses,
        Set<String> methods,
        Optional<Instant> closingFrom,
        Optional<Instant> closingTo,
        Optional<Instant> publishedFrom,
        Optional<Instant> publishedTo,
        Optional<BigDecimal> valueFrom,
        Optional<BigDecimal> valueTo,
        boolean includeUndisclosed,
        Optional<Boolean> compulsoryBriefing,
        Optional<CidbClass> cidbClass,
        Optional<Integer> highestGrade) {
    /** Lets everything through. */
    public static final TenderFilter ALL = new TenderFilter(
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            true,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    public TenderFilter {
        provinces = Set.copyOf(provinces);
        buyers = Set.copyOf(buyers);
        categories = Set.copyOf(categories);
        statuses = Set.copyOf(statuses);
        methods = Set.copyOf(methods);
        requireNonNull(closingFrom);
        requireNonNull(closingTo);
        requireNonNull(publishedFrom);
        requireNonNull(publishedTo);
        requireNonNull(valueFrom);
        requireNonNull(valueTo);
        requireNonNull(compulsoryBriefing);
        requireNonNull(cidbClass);
        requireNonNull(highestGrade);
        if (highestGrade.filter(grade -> grade < 1 || grade > 9).isPresent()) {
            throw new InvalidInputException(
                    "search", "highestGrade", "must be a CIDB grade from 1 to 9, not " + highestGrade.get());
        }
    }

    /** One text for each filter: two filters have the same one only if they are equal. */
    public String id() {
        Stream<String> scalars = Stream.of(
                        closingFrom,
                        closingTo,
                        publishedFrom,
                        publishedTo,
                        valueFrom.map(BigDecimal::toPlainString),
                        valueTo.map(BigDecimal::toPlainString),
                        Optional.of(includeUndisclosed),
                        compulsoryBriefing,
                        cidbClass,
                        highestGrade)
                .map(part -> part.map(value -> quoted(value.toString())).orElse("-"));
        Stream<String> sets = Stream.of(provinces, buyers, categories, statuses, methods)
                .map(set ->
                        new TreeSet<>(set).stream().map(TenderFilter::quoted).collect(Collectors.joining(",")));
        return Stream.concat(scalars, sets).collect(Collectors.joining("|"));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
