package io.tenderhub.benchmarks.judgements;

import io.tenderhub.bootstrap.HubConfiguration;
import io.tenderhub.bootstrap.TenderHub;
import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.ingestion.FeedInput;
import io.tenderhub.tender.SearchMode;
import io.tenderhub.tender.TenderHit;
import io.tenderhub.tender.TenderQuery;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Searches real tenders by their words, by their meaning and by both, and holds what is found against judgements:
 * {@code java -cp benchmarks.jar io.tenderhub.benchmarks.judgements.EvaluateSearch FOLDER [--judgements FILE] [--pool FILE] [--all]}.
 * A pool is what stands within the first twenty and nobody has judged. {@code --all} shows single queries of the test set as well.
 */
public final class EvaluateSearch {
    private final TenderHub hub;
    private final Map<String, String> headings = new TreeMap<>();

    private EvaluateSearch(TenderHub hub) {
        this.hub = hub;
    }

    public static void main(String[] arguments) throws IOException {
        Options options = Options.of(arguments);
        if (options.data().isEmpty()) {
            System.err.println("usage: EvaluateSearch FOLDER [--judgements FILE] [--pool FILE] [--all]");
            System.exit(2);
        }
        HubConfiguration configuration = HubConfiguration.of(Map.of("data.keep", "false"), Map.of(), Optional.empty());
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (TenderHub hub = TenderHub.start(configuration)) {
            new EvaluateSearch(hub).run(options, out);
        }
    }

    private void run(Options options, PrintStream out) throws IOException {
        hub.ingestion().ingest(List.of(new FeedInput.Files(options.data().get())), reject -> {});
        hub.relay().drain();
        hub.meaning().ifPresent(meaning -> meaning.catchUp(done -> {}));
        hub.catalog()
                .forEach(stored -> headings.put(
                        stored.tender().ocid(),
                        stored.tender().heading().replaceAll("\\s+", " ").strip()));
        List<JudgedQuery> judged = options.judgements().isPresent()
                ? Judgements.read(options.judgements().get())
                : Judgements.own();
        List<JudgedQuery> queries = judged.stream()
                .map(query -> query.among(headings::containsKey))
                .filter(query -> JudgedQuery.wanted(query.grades().values()) > 0)
                .toList();
        long all = judged.stream().mapToLong(query -> query.grades().size()).sum();
        long known = queries.stream().mapToLong(query -> query.grades().size()).sum();
        out.printf(
                "%,d tenders; %,d of %,d queries with %,d of %,d judgements are about them%n%n",
                headings.size(), queries.size(), judged.size(), known, all);
        List<SearchMode> modes = modes();
        List<Outcome> outcomes = queries.stream()
                .map(query -> new Outcome(query, rankings(query.text(), modes)))
                .toList();
        new EvaluationReport(outcomes, modes, headings, out).print(options.all());
        if (options.pool().isPresent()) {
            pool(options.pool().get(), outcomes);
        }
    }

    /** Those that are switched on. */
    private List<SearchMode> modes() {
        List<SearchMode> modes = new ArrayList<>(List.of(SearchMode.TEXT));
        for (SearchMode mode : List.of(SearchMode.SEMANTIC, SearchMode.HYBRID)) {
            try {
                ranking("water", mode);
                modes.add(mode);
            } catch (InvalidInputException off) {
                System.err.println(mode + ": " + off.getMessage());
            }
        }
        return modes;
    }

    private Map<SearchMode, List<String>> rankings(String text, List<SearchMode> modes) {
        Map<SearchMode, List<String>> rankings = new EnumMap<>(SearchMode.class);
        modes.forEach(mode -> rankings.put(mode, ranking(text, mode)));
        return rankings;
    }

    private List<String> ranking(String text, SearchMode mode) {
        TenderQuery query =
                TenderQuery.builder().text(text).mode(mode).limit(Outcome.DEPTH).build();
        return hub.search().search(query).hits().stream().map(TenderHit::ocid).toList();
    }

    private void pool(Path file, List<Outcome> outcomes) throws IOException {
        try (PrintWriter lines = new PrintWriter(Files.newBufferedWriter(file))) {
            for (Outcome outcome : outcomes) {
                JudgedQuery query = outcome.query();
                Map<String, List<String>> foundBy = new LinkedHashMap<>();
                outcome.rankings()
                        .forEach((mode, ranking) -> ranking.stream()
                                .filter(ocid -> !query.grades().containsKey(ocid))
                                .forEach(ocid -> foundBy.computeIfAbsent(ocid, unjudged -> new ArrayList<>())
                                        .add(mode.name().substring(0, 1) + (ranking.indexOf(ocid) + 1))));
                foundBy.forEach((ocid, by) -> lines.println(String.join(
                        "\t",
                        query.id(),
                        query.kind(),
                        query.text(),
                        Judgements.written(ocid),
                        "?",
                        String.join(" ", by),
                        headings.getOrDefault(ocid, ""))));
            }
        }
    }
}
