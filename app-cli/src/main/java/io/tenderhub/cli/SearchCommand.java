package io.tenderhub.cli;

import io.tenderhub.bootstrap.TenderHub;
import io.tenderhub.failure.UnavailableException;
import io.tenderhub.json.JsonText;
import io.tenderhub.json.SearchJson;
import io.tenderhub.tender.Money;
import io.tenderhub.tender.SearchMode;
import io.tenderhub.tender.TenderHit;
import io.tenderhub.tender.TenderPage;
import io.tenderhub.tender.TenderQuery;
import io.tenderhub.tender.TenderSort;
import java.time.Instant;
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
            "  tenderhub search --cidb-class CE --highest-grade 5 --format jsonl"
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
            description = "relevance, closing-soonest, newest or value (default: relevance).")
    private TenderSort sort = TenderSort.RELEVANCE;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "20", description = "Results, 1 to 100 (default: 20).")
    private int limit;

    @Option(names = "--cursor", description = "Goes on where the page before ended.")
    private @Nullable String cursor;

    @Option(names = "--format", paramLabel = "FORMAT", description = "table or jsonl (default: table).")
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
            TenderPage page = hub.search().search(query);
            if (format == Format.JSONL) {
                page.hits().forEach(hit -> terminal.print(JsonText.line(json -> SearchJson.write(json, hit))));
            } else {
                table(page.hits()).forEach(terminal::print);
            }
            terminal.flush();
            page.nextCursor().ifPresent(next -> terminal.say("more: --cursor " + next));
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

    static List<String> table(List<TenderHit> hits) {
        TextTable table = new TextTable("CLOSES", "PROVINCE", "VALUE", "BUYER", "OCID", "TENDER");
        for (TenderHit hit : hits) {
            table.row(
                    hit.closesAt()
                            .map(Instant::toString)
                            .map(text -> text.substring(0, 10))
                            .orElse("not stated"),
                    hit.province().map(text -> TextTable.cut(text, 16)).orElse(""),
                    hit.value().map(SearchCommand::money).orElse(""),
                    hit.buyer().map(text -> TextTable.cut(text, 30)).orElse(""),
                    hit.ocid(),
                    TextTable.cut(hit.heading(), 60));
        }
        return table.lines();
    }

    private static String money(Money money) {
        return money.currency() + " " + money.amount().toPlainString();
    }

    private enum Format {
        TABLE,
        JSONL
    }
}
