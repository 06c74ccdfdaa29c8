package io.tenderhub.http.routes;

import io.tenderhub.cidb.CidbClass;
import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.http.endpoint.Parameter;
import io.tenderhub.http.endpoint.Parameters;
import io.tenderhub.http.endpoint.Request;
import io.tenderhub.json.Shape;
import io.tenderhub.tender.SearchMode;
import io.tenderhub.tender.TenderQuery;
import io.tenderhub.tender.TenderQueryBuilder;
import io.tenderhub.tender.TenderSort;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The parameters of a search, and the search they stand for. */
final class SearchParameters {
    private static final Parameter<String> TEXT = Parameter.query(
            "text",
            "Words, \"phrases\", or, -not",
            Shape.text().length(0, 500).withExample("school -paint"),
            text -> text);
    private static final Parameter<String> PROVINCE = words("province", "Any of these provinces", "Gauteng");
    private static final Parameter<String> BUYER = words("buyer", "Any of these buyers", "Department of Health");
    private static final Parameter<String> CATEGORY = words("category", "Any of these main categories", "works");
    private static final Parameter<String> STATUS = words("status", "Any of these statuses", "active");
    private static final Parameter<String> METHOD = words("method", "Any of these procurement methods", "open");
    private static final Parameter<Instant> CLOSING_FROM =
            Parameter.query("closingFrom", "Closing at this instant or later", Shape.instant(), Instant::parse);
    private static final Parameter<Instant> CLOSING_TO =
            Parameter.query("closingTo", "Closing before this instant", Shape.instant(), Instant::parse);
    private static final Parameter<Instant> PUBLISHED_FROM =
            Parameter.query("publishedFrom", "Published at this instant or later", Shape.instant(), Instant::parse);
    private static final Parameter<Instant> PUBLISHED_TO =
            Parameter.query("publishedTo", "Published before this instant", Shape.instant(), Instant::parse);
    private static final Parameter<BigDecimal> VALUE_FROM = Parameter.query(
            "valueFrom", "Of this value or more, in whatever currency", Shape.number(), BigDecimal::new);
    private static final Parameter<BigDecimal> VALUE_TO =
            Parameter.query("valueTo", "Of this value or less, in whatever currency", Shape.number(), BigDecimal::new);
    private static final Parameter<Boolean> INCLUDE_UNDISCLOSED = Parameter.query(
            "includeUndisclosed",
            "Whether tenders without value pass a filter on the value; they do if not given",
            Shape.truth(),
            Boolean::valueOf);
    private static final Parameter<Boolean> COMPULSORY_BRIEFING = Parameter.query(
            "compulsoryBriefing", "Only with, or only without, a compulsory briefing", Shape.truth(), Boolean::valueOf);
    private static final Parameter<CidbClass> CIDB_CLASS = Parameter.query(
            "cidbClass",
            "Only tenders that ask for this CIDB class of works",
            Shape.text()
                    .oneOf(Arrays.stream(CidbClass.values())
                            .map(CidbClass::name)
                            .toList())
                    .withExample("GB"),
            CidbClass::valueOf);
    private static final Parameter<Integer> HIGHEST_GRADE = Parameter.query(
            "highestGrade",
            "Only tenders that ask for no CIDB grade above this one; those that ask for none pass",
            Shape.whole(1, 9),
            Integer::valueOf);
    private static final Parameter<TenderSort> SORT = Parameter.query(
            "sort",
            "The order; relevance if not given",
            Shape.text().oneOf("relevance", "closing-soonest", "newest", "value"),
            SearchParameters::order);
    static final Parameter<TenderSort> SORT_OF_TEAM = Parameter.query(
            "sort",
            "The order; relevance if not given. Readiness: the team's best scores first",
            Shape.text().oneOf("relevance", "closing-soonest", "newest", "value", "readiness"),
            SearchParameters::order);
    private static final Parameter<Boolean> FACETS = Parameter.query(
            "facets",
            "Whether to count by province, category, buyer and status; not if not given",
            Shape.truth(),
            Boolean::valueOf);

    static final Parameter<SearchMode> MODE = Parameter.query(
            "mode",
            "By what the text finds: the words of a tender, what it means, or both; text if not given",
            Shape.text().oneOf("text", "semantic", "hybrid"),
            text -> SearchMode.valueOf(text.toUpperCase(Locale.ROOT)));

    /** Of a search for anybody. */
    static final List<Parameter<?>> PUBLIC = all(SORT);
    /** Of a search for a team. */
    static final List<Parameter<?>> OF_TEAM = all(SORT_OF_TEAM);

    private SearchParameters() {}

    private static List<Parameter<?>> all(Parameter<TenderSort> sort) {
        return List.of(
                TEXT,
                PROVINCE,
                BUYER,
                CATEGORY,
                STATUS,
                METHOD,
                CLOSING_FROM,
                CLOSING_TO,
                PUBLISHED_FROM,
                PUBLISHED_TO,
                VALUE_FROM,
                VALUE_TO,
                INCLUDE_UNDISCLOSED,
                COMPULSORY_BRIEFING,
                CIDB_CLASS,
                HIGHEST_GRADE,
                MODE,
                sort,
                FACETS,
                Parameters.LIMIT,
                Parameters.CURSOR);
    }

    static boolean withFacets(Request request) {
        return request.find(FACETS).orElse(false);
    }

    /** @throws io.tenderhub.failure.InvalidInputException if together they make no sense */
    static TenderQuery query(Request request) {
        TenderQueryBuilder query = TenderQuery.builder()
                .text(request.find(TEXT).orElse(null))
                .provinces(new HashSet<>(request.all(PROVINCE)))
                .buyers(new HashSet<>(request.all(BUYER)))
                .categories(new HashSet<>(request.all(CATEGORY)))
                .statuses(new HashSet<>(request.all(STATUS)))
                .methods(new HashSet<>(request.all(METHOD)))
                .closingFrom(request.find(CLOSING_FROM).orElse(null))
                .closingTo(request.find(CLOSING_TO).orElse(null))
                .publishedFrom(request.find(PUBLISHED_FROM).orElse(null))
                .publishedTo(request.find(PUBLISHED_TO).orElse(null))
                .valueFrom(request.find(VALUE_FROM).orElse(null))
                .valueTo(request.find(VALUE_TO).orElse(null))
                .includeUndisclosed(request.find(INCLUDE_UNDISCLOSED).orElse(true))
                .compulsoryBriefing(request.find(COMPULSORY_BRIEFING).orElse(null))
                .cidbClass(request.find(CIDB_CLASS).orElse(null))
                .highestGrade(request.find(HIGHEST_GRADE).orElse(null))
                .cursor(Parameters.cursor(request).orElse(null));
        refuseReversed(request, VALUE_FROM, VALUE_TO);
        refuseReversed(request, CLOSING_FROM, CLOSING_TO);
        refuseReversed(request, PUBLISHED_FROM, PUBLISHED_TO);
        request.find(MODE).ifPresent(query::mode);
        request.find(SORT).or(() -> request.find(SORT_OF_TEAM)).ifPresent(query::sort);
        query.limit(Parameters.limit(request));
        return query.build();
    }

    private static <T extends Comparable<? super T>> void refuseReversed(
            Request request, Parameter<T> from, Parameter<T> to) {
        Optional<T> least = request.find(from);
        Optional<T> most = request.find(to);
        if (least.isPresent() && most.isPresent() && least.get().compareTo(most.get()) > 0) {
            throw new InvalidInputException("search", to.name(), "must not be below " + from.name());
        }
    }

    private static Parameter<String> words(String name, String description, String example) {
        return Parameter.<String>query(
                        name, description, Shape.text().length(1, 200).withExample(example), text -> text)
                .manyTimes();
    }

    private static TenderSort order(String text) {
        return TenderSort.valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
