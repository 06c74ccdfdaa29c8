package io.tenderhub.benchmarks;

import io.tenderhub.tender.Organisation;
import io.tenderhub.tender.Tender;
import io.tenderhub.tender.TenderQuery;
import io.tenderhub.tender.TenderQueryBuilder;
import io.tenderhub.tender.TenderSort;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Searches such as people make, the same ones for the same seed: texts of each kind, each with two filters whose values are drawn as
 * often as tenders have them, most of them by relevance.
 */
final class QueryMix {
    private static final List<String> STATUSES = List.of("active", "complete", "cancelled");
    /** Seven of ten by relevance. */
    private static final List<TenderSort> SORTS = List.of(
            TenderSort.RELEVANCE,
            TenderSort.RELEVANCE,
            TenderSort.RELEVANCE,
            TenderSort.NEWEST,
            TenderSort.RELEVANCE,
            TenderSort.RELEVANCE,
            TenderSort.CLOSING_SOONEST,
            TenderSort.RELEVANCE,
            TenderSort.RELEVANCE,
            TenderSort.VALUE);

    private final List<Tender> real;
    private final WordBands words;
    private final RandomGenerator random;
    private final Map<String, Consumer<TenderQueryBuilder>> filters = new LinkedHashMap<>();
    private final Map<String, Supplier<String>> texts = new LinkedHashMap<>();

    QueryMix(List<Tender> real, WordBands words, RandomGenerator random) {
        this.real = real;
        this.words = words;
        this.random = random;
        filters();
        texts();
    }

    /**
     * @param kind of text
     * @param filters which two
     */
    record Asked(String kind, String filters, TenderQuery query) {}

    /** So many of each kind of text. */
    List<Asked> queries(int each) {
        List<String> pairs = List.copyOf(filters.keySet());
        List<Asked> queries = new ArrayList<>();
        texts.forEach((kind, text) -> {
            for (int i = 0; i < each; i++) {
                String pair = pairs.get(i % pairs.size());
                TenderQueryBuilder query =
                        TenderQuery.builder().text(text.get()).sort(SORTS.get(random.nextInt(SORTS.size())));
                Optional.ofNullable(filters.get(pair)).orElseThrow().accept(query);
                queries.add(new Asked(kind, pair, query.build()));
            }
        });
        return queries;
    }

    private void texts() {
        texts.put("one rare word", words::rare);
        texts.put("one medium word", words::medium);
        texts.put("one frequent word", words::frequent);
        texts.put("two frequent words", () -> words.frequent() + " " + words.frequent());
        texts.put("frequent and medium", () -> words.frequent() + " " + words.medium());
        texts.put("frequent and rare", () -> words.frequent() + " " + words.rare());
        texts.put("two medium words", () -> words.medium() + " " + words.medium());
        texts.put("three words", () -> words.frequent() + " " + words.frequent() + " " + words.medium());
        texts.put(
                "four words",
                () -> words.frequent() + " " + words.frequent() + " " + words.frequent() + " " + words.medium());
        texts.put("phrase of two", () -> words.phrase(2));
        texts.put("phrase of three", () -> words.phrase(3));
        texts.put("medium or rare", () -> words.medium() + " or " + words.rare());
        texts.put("frequent or frequent", () -> words.frequent() + " or " + words.frequent());
        texts.put("frequent, not medium", () -> words.frequent() + " -" + words.medium());
    }

    private void filters() {
        filters.put("province, status", query -> query.provinces(province()).statuses(status()));
        filters.put("category, province", query -> query.categories(category()).provinces(province()));
        filters.put("buyer, status", query -> query.buyers(buyer()).statuses(status()));
        filters.put("closing, category", query -> {
            Instant from = day().minus(20, ChronoUnit.DAYS);
            query.closingFrom(from).closingTo(from.plus(30, ChronoUnit.DAYS)).categories(category());
        });
        filters.put(
                "published, status",
                query -> query.publishedFrom(day().minus(random.nextInt(2000), ChronoUnit.DAYS))
                        .statuses(status()));
    }

    private Set<String> province() {
        return Set.of(any(Tender::province));
    }

    private Set<String> category() {
        return Set.of(any(Tender::category));
    }

    private Set<String> buyer() {
        return Set.of(any(tender -> tender.buyingOrganisation().map(Organisation::name)));
    }

    private Set<String> status() {
        return Set.of(STATUSES.get(random.nextInt(STATUSES.size())));
    }

    private static Instant day() {
        return VariedFacts.TODAY.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private String any(Function<Tender, Optional<String>> field) {
        while (true) {
            Optional<String> value = field.apply(real.get(random.nextInt(real.size())));
            if (value.isPresent()) {
                return value.get();
            }
        }
    }
}
