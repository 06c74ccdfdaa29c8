package io.tenderhub.http;

import io.javalin.http.Context;
import io.tenderhub.cidb.CidbClass;
import io.tenderhub.failure.FieldProblem;
import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.tender.TenderQuery;
import io.tenderhub.tender.TenderQueryBuilder;
import io.tenderhub.tender.TenderSort;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a search from query parameters; says everything that is wrong with them at once. */
final class SearchParameters {
    private static final Set<String> KNOWN = Set.of(
            "text",
            "province",
            "buyer",
            "category",
            "status",
            "method",
            "closingFrom",
            "closingTo",
            "publishedFrom",
            "publishedTo",
            "valueFrom",
            "valueTo",
            "includeUndisclosed",
            "compulsoryBriefing",
            "cidbClass",
            "highestGrade",
            "sort",
            "limit",
            "cursor");

    private final Map<String, List<String>> parameters;
    private final List<FieldProblem> problems = new ArrayList<>();

    private SearchParameters(Map<String, List<String>> parameters) {
        this.parameters = parameters;
    }

    /**
     * @throws InvalidInputException with every problem, each under its parameter's name
     */
    static TenderQuery read(Context ctx) {
        return new SearchParameters(ctx.queryParamMap()).read();
    }

    private TenderQuery read() {
        parameters.keySet().stream()
                .filter(name -> !KNOWN.contains(name))
                .sorted()
                .forEach(name -> problems.add(new FieldProblem(name, "is not a parameter of this search")));
        TenderQueryBuilder query = TenderQuery.builder()
                .text(one("text", text -> text))
                .provinces(all("province"))
                .buyers(all("buyer"))
                .categories(all("category"))
                .statuses(all("status"))
                .methods(all("method"))
                .closingFrom(instant("closingFrom"))
                .closingTo(instant("closingTo"))
                .publishedFrom(instant("publishedFrom"))
                .publishedTo(instant("publishedTo"))
                .valueFrom(one("valueFrom", BigDecimal::new))
                .valueTo(one("valueTo", BigDecimal::new))
                .includeUndisclosed(!Boolean.FALSE.equals(one("includeUndisclosed", SearchParameters::truth)))
                .compulsoryBriefing(one("compulsoryBriefing", SearchParameters::truth))
                .cidbClass(one("cidbClass", name -> CidbClass.valueOf(name.toUpperCase(Locale.ROOT))))
                .highestGrade(one("highestGrade", Integer::valueOf))
                .cursor(one("cursor", text -> text));
        TenderSort sort = one("sort", SearchParameters::order);
        if (sort != null) {
            query.sort(sort);
        }
        Integer limit = one("limit", Integer::valueOf);
        if (limit != null) {
            query.limit(limit);
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException("search", problems);
        }
        return query.build();
    }

    private Set<String> all(String name) {
        return new HashSet<>(parameters.getOrDefault(name, List.of()));
    }

    private @Nullable Instant instant(String name) {
        return one(name, Instant::parse);
    }

    private <T> @Nullable T one(String name, Function<String, T> reading) {
        List<String> values = parameters.getOrDefault(name, List.of());
        if (values.isEmpty() || values.get(0).isBlank()) {
            return null;
        }
        if (values.size() > 1) {
            problems.add(new FieldProblem(name, "may be given once only"));
            return null;
        }
        try {
            return reading.apply(values.get(0));
        } catch (RuntimeException e) {
            // Each reading throws its own kind for a text it can't read.
            problems.add(new FieldProblem(name, "'" + values.get(0) + "' is not " + wanted(name)));
            return null;
        }
    }

    private static boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static TenderSort order(String text) {
        return TenderSort.valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static String wanted(String name) {
        return switch (name) {
            case "valueFrom", "valueTo" -> "an amount such as 250000.00";
            case "includeUndisclosed", "compulsoryBriefing" -> "true or false";
            case "cidbClass" -> "a CIDB class such as GB";
            case "highestGrade", "limit" -> "a whole number";
            case "sort" -> "relevance, closing-soonest, newest or value";
            default -> "an instant such as 2026-02-20T08:00:00Z";
        };
    }
}
