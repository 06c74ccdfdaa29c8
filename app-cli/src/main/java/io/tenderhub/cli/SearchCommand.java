package io.tenderhub.cli;

import io.tenderhub.bootstrap.TenderHub;
import io.tenderhub.failure.UnavailableException;
import io.tenderhub.json.FacetsJson;
import io.tenderhub.json.JsonText;
import io.tenderhub.json.SearchJson;
import io.tenderhub.search.SearchAnswer;
import io.tenderhub.team.Actor;
import io.tenderhub.tender.SearchMode;
import io.tenderhub.tender.TenderHit;
import io.tenderhub.tender.TenderQuery;
import io.tenderhub.tender.TenderSort;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "search",
        mixinStandardHelpOptions = true,
        description = "Finds stored tenders by words and filters.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  tenderhub search school sanitation",
            "  tenderhub search '\"security services\" -guarding' --province Gauteng --sort closing-soonest",
            "  tenderhub search --cidb-class CE --highest-grade 5 --format jsonl",
            "  tenderhub search school --facets",
            "  tenderhub search --team acme --sort readiness"
        })
final class SearchCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "WORDS", arity = "0..*", description = "Words, \"phrases\", or, -not.")
    private List<String> words = List.of();

    @Mixin
    private FilterOptions filters;

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            description = "By what the words find: text, semantic (what they mean) or hybrid (both; default: text).")
    private SearchMode mode = SearchMode.TEXT;

    @Option(
            names = "--sort",
            paramLabel = "ORDER",
            converter = SortOrder.class,
            description = "relevance, closing-soonest, newest, value or, with --team, readiness (default: relevance).")
    private TenderSort sort = TenderSort.RELEVANCE;

    @Option(names = "--team", paramLabel = "TEAM", description = "Searches as this team, as far as its plan goes.")
    private @Nullable String team;

    @Option(names = "--facets", description = "Counts what is found by province, category, buyer and status.")
    private boolean facets;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "20", description = "Results, 1 to 100 (default: 20).")
    private int limit;

    @Option(names = "--cursor", description = "Goes on where the page before ended.")
    private @Nullable String cursor;

    @Option(names = "--format", paramLabel = "FORMAT", description = "table, json or jsonl (default: table).")
    private Format format = Format.TABLE;

    @Mixin
    private StoreOptions stores;

    SearchCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        TenderQuery query = query();
        try (TenderHub hub = TenderHub.start(stores.configuration().forOneCommand())) {
            if (mode != SearchMode.TEXT) {
                bringUpToDate(hub);
            }
            SearchAnswer answer = team == null
                    ? hub.publicTenders().search(query, facets).value()
                    : hub.teamTenders().search(Actor.operator(TeamCommand.team(team)), query, facets);
            print(answer);
            terminal.flush();
            answer.didYouMean().ifPresent(meant -> terminal.say("Did you mean: " + TextTable.harmless(meant)));
            answer.page().nextCursor().ifPresent(next -> terminal.say("more: --cursor " + next));
        }
        return ExitCode.OK.code();
    }

    /** Nobody else does, unless a node that serves keeps the same index. */
    private void bringUpToDate(TenderHub hub) {
        try (MeaningProgress progress = new MeaningProgress(terminal)) {
            hub.meaning().ifPresent(meaning -> meaning.catchUp(progress::at));
        } catch (UnavailableException e) {
            terminal.say(e.getMessage());
        }
    }

    private void print(SearchAnswer answer) {
        List<TenderHit> hits = answer.page().hits();
        switch (format) {
            case JSON -> terminal.print(JsonText.pretty(json -> SearchJson.write(json, answer)));
            case JSONL -> {
                hits.forEach(hit -> terminal.print(JsonText.line(json -> SearchJson.write(json, hit))));
                answer.facets()
                        .ifPresent(counted -> terminal.print(JsonText.line(json -> FacetsJson.write(json, counted))));
            }
            case TABLE -> {
                new SearchTable(hits, terminal.isInteractive()).lines().forEach(terminal::print);
                answer.facets().ifPresent(counted -> SearchTable.of(counted).forEach(terminal::print));
            }
        }
    }

    private TenderQuery query() {
        return TenderQuery.builder()
                .text(words.isEmpty() ? null : String.join(" ", words))
                .filter(filters.filter())
                .mode(mode)
                .sort(sort)
                .limit(limit)
                .cursor(cursor)
                .build();
    }

    private enum Format {
        TABLE,
        JSON,
        JSONL
    }
}
