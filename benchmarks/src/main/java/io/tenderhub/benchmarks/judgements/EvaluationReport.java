package io.tenderhub.benchmarks.judgements;

import io.tenderhub.tender.SearchMode;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Collectors;

/** Says how good each way of searching is, and where it is not. */
final class EvaluationReport {
    private static final int WORST = 10;

    private final List<Outcome> outcomes;
    private final List<SearchMode> modes;
    private final Map<String, String> headings;
    private final PrintStream out;

    /** @param headings by ocid, to say what was missed */
    EvaluationReport(List<Outcome> outcomes, List<SearchMode> modes, Map<String, String> headings, PrintStream out) {
        this.outcomes = outcomes;
        this.modes = modes;
        this.headings = headings;
        this.out = out;
    }

    /** @param alsoTest show single queries of the test set too, which are then none any more */
    void print(boolean alsoTest) {
        table();
        if (modes.contains(SearchMode.HYBRID)) {
            differences();
        }
        List<Outcome> shown = outcomes.stream()
                .filter(outcome -> alsoTest || outcome.query().set() == QuerySet.TUNE)
                .toList();
        for (SearchMode mode : modes) {
            worst(mode, shown);
        }
        if (modes.contains(SearchMode.HYBRID)) {
            losses(shown);
        }
    }

    private void table() {
        out.printf(Locale.ROOT, "%-22s %7s", "", "queries");
        for (String measure : List.of("nDCG@10", "recall@20", "judged@10")) {
            for (SearchMode mode : modes) {
                out.printf(" %18s", measure + " " + name(mode));
            }
        }
        out.println();
        row("all", outcome -> true);
        for (QuerySet set : QuerySet.values()) {
            row(set.name().toLowerCase(Locale.ROOT), outcome -> outcome.query().set() == set);
        }
        outcomes.stream()
                .map(outcome -> outcome.query().kind())
                .distinct()
                .sorted()
                .forEach(kind -> row(kind, outcome -> outcome.query().kind().equals(kind)));
        out.println();
    }

    private void row(String name, Predicate<Outcome> which) {
        List<Outcome> rows = outcomes.stream().filter(which).toList();
        out.printf("%-22s %7d", name, rows.size());
        List<ToDoubleBiFunction<Outcome, SearchMode>> measures =
                List.of(Outcome::ndcg, Outcome::recall, Outcome::judged);
        for (ToDoubleBiFunction<Outcome, SearchMode> measure : measures) {
            for (SearchMode mode : modes) {
                double mean = rows.stream()
                        .mapToDouble(outcome -> measure.applyAsDouble(outcome, mode))
                        .average()
                        .orElse(0);
                out.printf(Locale.ROOT, " %18.3f", mean);
            }
        }
        out.println();
    }

    private void differences() {
        out.println("hybrid against one way alone, nDCG@10 (paired randomisation by need, two-sided):");
        for (SearchMode single : List.of(SearchMode.TEXT, SearchMode.SEMANTIC)) {
            difference("all", single, outcome -> true);
            for (QuerySet set : QuerySet.values()) {
                difference(
                        set.name().toLowerCase(Locale.ROOT),
                        single,
                        outcome -> outcome.query().set() == set);
            }
        }
        out.println();
    }

    private void difference(String name, SearchMode single, Predicate<Outcome> which) {
        Map<String, List<Double>> byNeed = outcomes.stream()
                .filter(which)
                .collect(Collectors.groupingBy(
                        outcome -> outcome.query().need(),
                        TreeMap::new,
                        Collectors.mapping(
                                outcome -> outcome.ndcg(SearchMode.HYBRID) - outcome.ndcg(single),
                                Collectors.toList())));
        PairedDifference difference = PairedDifference.of(byNeed.values());
        out.printf(
                Locale.ROOT,
                "  %-5s %-8s %+.3f, p = %.5f%n",
                name,
                name(single),
                difference.mean(),
                difference.chance());
    }

    private void worst(SearchMode mode, List<Outcome> shown) {
        out.println("worst by " + name(mode) + ":");
        shown.stream()
                .sorted(Comparator.comparingDouble((Outcome outcome) -> outcome.ndcg(mode))
                        .thenComparing(outcome -> outcome.query().id()))
                .limit(WORST)
                .forEach(outcome -> detail(outcome, mode));
        out.println();
    }

    private void losses(List<Outcome> shown) {
        out.println("where hybrid loses most against the better of the two:");
        Map<Outcome, Double> losses = new LinkedHashMap<>();
        shown.forEach(outcome -> losses.put(
                outcome,
                Math.max(outcome.ndcg(SearchMode.TEXT), outcome.ndcg(SearchMode.SEMANTIC))
                        - outcome.ndcg(SearchMode.HYBRID)));
        losses.entrySet().stream()
                .filter(loss -> loss.getValue() > 0.005)
                .sorted(Map.Entry.<Outcome, Double>comparingByValue()
                        .reversed()
                        .thenComparing(loss -> loss.getKey().query().id()))
                .limit(2L * WORST)
                .forEach(loss -> detail(loss.getKey(), SearchMode.HYBRID));
        out.println();
    }

    private void detail(Outcome outcome, SearchMode mode) {
        String scores = modes.stream()
                .map(each -> String.format(Locale.ROOT, "%s %.2f", name(each), outcome.ndcg(each)))
                .collect(Collectors.joining(", "));
        out.printf("  %s \"%s\" (%s)%n", outcome.query().id(), outcome.query().text(), scores);
        List<String> first =
                outcome.rankings().get(mode).stream().limit(Outcome.SEEN).toList();
        first.stream()
                .filter(ocid -> outcome.query().grades().getOrDefault(ocid, 0) == 0)
                .limit(3)
                .forEach(ocid -> out.printf("      not wanted, at %2d: %s%n", first.indexOf(ocid) + 1, heading(ocid)));
        outcome.query().grades().entrySet().stream()
                .filter(grade -> grade.getValue() > 0 && !first.contains(grade.getKey()))
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(3)
                .forEach(missed ->
                        out.printf("      missed, grade %d: %s%n", missed.getValue(), heading(missed.getKey())));
    }

    private String heading(String ocid) {
        String heading = headings.getOrDefault(ocid, ocid);
        return heading.length() > 110 ? heading.substring(0, 110) + "…" : heading;
    }

    private static String name(SearchMode mode) {
        return mode.name().toLowerCase(Locale.ROOT);
    }
}
