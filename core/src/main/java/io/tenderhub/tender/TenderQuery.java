package io.tenderhub.tender;

import static java.util.Objects.requireNonNull;

import io.tenderhub.cidb.CidbClass;
import io.tenderhub.failure.FieldProblem;
import io.tenderhub.failure.InvalidInputException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What to look for. Every filter that is empty lets everything through; sets match any of their members, without regard
 * to case.
 *
 * @param text words, {@code "phrases"}, {@code or}, {@code -not}
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
 * @param limit results a page, 1–100
 * @param cursor from the page before
 */
public record TenderQuery(
        Optional<String> text,
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
        Optional<Integer> highestGrade,
        TenderSort sort,
        int limit,
        Optional<String> cursor) {
    public static final int HIGHEST_LIMIT = 100;
    public static final int DEFAULT_LIMIT = 20;

    public TenderQuery {
        requireNonNull(text);
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
        requireNonNull(sort);
        requireNonNull(cursor);
        List<FieldProblem> problems = new ArrayList<>();
        if (limit < 1 || limit > HIGHEST_LIMIT) {
            problems.add(new FieldProblem("limit", "must be 1 to " + HIGHEST_LIMIT + ", not " + limit));
        }
        highestGrade
                .filter(grade -> grade < 1 || grade > 9)
                .ifPresent(grade -> problems.add(
                        new FieldProblem("highestGrade", "must be a CIDB grade from 1 to 9, not " + grade)));
        if (!problems.isEmpty()) {
            throw new InvalidInputException("search", problems);
        }
    }

    public static TenderQueryBuilder builder() {
        return new TenderQueryBuilder();
    }
}
