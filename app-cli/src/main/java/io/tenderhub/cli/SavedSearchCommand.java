package io.tenderhub.cli;

import io.tenderhub.alert.Alert;
import io.tenderhub.alert.MatchPage;
import io.tenderhub.alert.MatchQuery;
import io.tenderhub.alert.SavedSearch;
import io.tenderhub.alert.SearchDraft;
import io.tenderhub.alert.SearchMatch;
import io.tenderhub.bootstrap.TenderHub;
import io.tenderhub.failure.NotFoundException;
import io.tenderhub.json.JsonText;
import io.tenderhub.json.SavedSearchJson;
import io.tenderhub.json.SearchJson;
import io.tenderhub.team.Actor;
import io.tenderhub.tender.SearchMode;
import io.tenderhub.tender.TenderFilter;
import io.tenderhub.tender.TenderPage;
import io.tenderhub.tender.TenderSort;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

@Command(
        name = "saved-search",
        mixinStandardHelpOptions = true,
        description = {
            "Keeps the searches of a team, and shows what began to match them.",
            "TEAM is a team's id; SEARCH is the id of a saved search."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  tenderhub saved-search add acme-builders school --name Schools --province Gauteng --alert at-once",
            "  tenderhub saved-search list acme-builders",
            "  tenderhub saved-search change acme-builders 8c1d5a77 --alert daily-digest",
            "  tenderhub saved-search run acme-builders 8c1d5a77 --sort closing-soonest",
            "  tenderhub saved-search matches acme-builders --since 2026-11-21"
        })
final class SavedSearchCommand implements Runnable {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    SavedSearchCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "which of "
                        + String.join(", ", spec.commandLine().getSubcommands().keySet()) + "?");
    }

    @Command(name = "add", mixinStandardHelpOptions = true, description = "Saves a search and prints its id.")
    int add(
            @Parameters(paramLabel = "TEAM", index = "0", description = "The team.") String team,
            @Parameters(
                            paramLabel = "WORDS",
                            index = "1..*",
                            arity = "0..*",
                            description = "Words, \"phrases\", or, -not.")
                    @Nullable
                    List<String> words,
            @Option(names = "--name", required = true, paramLabel = "NAME", description = "For people.") String name,
            @Option(
                            names = "--alert",
                            paramLabel = "ALERT",
                            converter = AlertOption.class,
                            defaultValue = "none",
                            description = "none, at-once or daily-digest (default: none).")
                    Alert alert,
            @Mixin FilterOptions filters,
            @Mixin StoreOptions stores) {
        SearchDraft draft = new SearchDraft(name, text(words), filters.filter(), alert);
        try (TenderHub hub = TeamCommand.open(stores)) {
            terminal.print(hub.savedSearches().create(operator(team), draft).id());
        }
        return ExitCode.OK.code();
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the saved searches of a team.")
    int list(
            @Parameters(paramLabel = "TEAM", description = "The team.") String team,
            @Option(
                            names = "--format",
                            paramLabel = "FORMAT",
                            defaultValue = "TABLE",
                            description = "table or jsonl (default: table).")
                    ListFormat format,
            @Mixin StoreOptions stores) {
        try (TenderHub hub = TeamCommand.open(stores)) {
            hub.teams().describe(operator(team));
            List<SavedSearch> searches = hub.savedSearches().list(operator(team));
            if (format == ListFormat.JSONL) {
                searches.forEach(search -> terminal.print(JsonText.line(json -> SavedSearchJson.write(json, search))));
            } else {
                TextTable table = new TextTable("ID", "NAME", "ALERT", "TEXT", "BY", "MADE");
                searches.forEach(search -> table.row(
                        search.id(),
                        TextTable.cut(search.name(), 40),
                        search.alert().code(),
                        TextTable.cut(search.text().orElse("-"), 40),
                        search.by(),
                        search.createdAt().toString()));
                table.lines().forEach(terminal::print);
            }
        }
        return ExitCode.OK.code();
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Shows what a saved search looks for, as JSON.")
    int show(
            @Parameters(paramLabel = "TEAM", description = "The team.") String team,
            @Parameters(paramLabel = "SEARCH", description = "The saved search.") String id,
            @Mixin StoreOptions stores) {
        try (TenderHub hub = TeamCommand.open(stores)) {
            SavedSearch search = hub.savedSearches()
                    .find(operator(team), id)
                    .orElseThrow(() -> new NotFoundException("saved search", id));
            terminal.print(JsonText.pretty(json -> SavedSearchJson.write(json, search)));
        }
        return ExitCode.OK.code();
    }

    @Command(
            name = "change",
            mixinStandardHelpOptions = true,
            description = {
                "Changes a saved search; what is not given stays.",
                "WORDS or filters take the place of all it looked for."
            })
    int change(
            @Parameters(paramLabel = "TEAM", index = "0", description = "The team.") String team,
            @Parameters(paramLabel = "SEARCH", index = "1", description = "The saved search.") String id,
            @Parameters(
                            paramLabel = "WORDS",
                            index = "2..*",
                            arity = "0..*",
                            description = "Words, \"phrases\", or, -not.")
                    @Nullable
                    List<String> words,
            @Option(names = "--name", paramLabel = "NAME", description = "For people.") @Nullable String name,
            @Option(
                            names = "--alert",
                            paramLabel = "ALERT",
                            converter = AlertOption.class,
                            description = "none, at-once or daily-digest.")
                    @Nullable
                    Alert alert,
            @Mixin FilterOptions filters,
            @Mixin StoreOptions stores) {
        Optional<String> text = text(words);
        TenderFilter filter = filters.filter();
        try (TenderHub hub = TeamCommand.open(stores)) {
            hub.savedSearches().change(operator(team), id, before -> {
                SearchDraft renamed = name == null ? before : before.withName(name);
                SearchDraft told = alert == null ? renamed : renamed.withAlert(alert);
                return text.isEmpty() && filter.equals(TenderFilter.ALL) ? told : told.lookingFor(text, filter);
            });
            terminal.say("the saved search " + id + " is changed");
        }
        return ExitCode.OK.code();
    }

    @Command(
            name = "remove",
            mixinStandardHelpOptions = true,
            description = "Removes a saved search, with what matched it.")
    int remove(
            @Parameters(paramLabel = "TEAM", description = "The team.") String team,
            @Parameters(paramLabel = "SEARCH", description = "The saved search.") String id,
            @Mixin StoreOptions stores) {
        try (TenderHub hub = TeamCommand.open(stores)) {
            hub.savedSearches().remove(operator(team), id);
            terminal.say("the saved search " + id + " is gone");
        }
        return ExitCode.OK.code();
    }

    @Command(
            name = "run",
            mixinStandardHelpOptions = true,
            description = "Shows what a saved search finds now; counts towards the searches of the team's plan.")
    int find(
            @Parameters(paramLabel = "TEAM", description = "The team.") String team,
            @Parameters(paramLabel = "SEARCH", description = "The saved search.") String id,
            @Option(
                            names = "--mode",
                            paramLabel = "MODE",
                            defaultValue = "TEXT",
                            description = "text, semantic or hybrid (default: text).")
                    SearchMode mode,
            @Option(
                            names = "--sort",
                            paramLabel = "ORDER",
                            converter = SortOrder.class,
                            defaultValue = "relevance",
                            description = "relevance, closing-soonest, newest or value (default: relevance).")
                    TenderSort sort,
            @Option(
                            names = "--limit",
                            paramLabel = "N",
                            defaultValue = "20",
                            description = "Results, 1 to 100 (default: 20).")
                    int limit,
            @Option(names = "--cursor", description = "Goes on where the page before ended.") @Nullable String cursor,
            @Option(
                            names = "--format",
                            paramLabel = "FORMAT",
                            defaultValue = "TABLE",
                            description = "table or jsonl (default: table).")
                    ListFormat format,
            @Mixin StoreOptions stores) {
        try (TenderHub hub = TeamCommand.open(stores)) {
            TenderPage page = hub.savedSearches()
                    .run(operator(team), id, mode, sort, limit, Optional.ofNullable(cursor))
                    .page();
            if (format == ListFormat.JSONL) {
                page.hits().forEach(hit -> terminal.print(JsonText.line(json -> SearchJson.write(json, hit))));
            } else {
                new SearchTable(page.hits(), terminal.isInteractive()).lines().forEach(terminal::print);
            }
            page.nextCursor().ifPresent(next -> terminal.say("more: --cursor " + next));
        }
        return ExitCode.OK.code();
    }

    @Command(
            name = "matches",
            mixinStandardHelpOptions = true,
            description = "Lists what began to match the searches of a team, the latest first.")
    int matches(
            @Parameters(paramLabel = "TEAM", description = "The team.") String team,
            @Option(names = "--search", paramLabel = "SEARCH", description = "Only of this one.") @Nullable
                    String search,
            @Option(
                            names = "--since",
                            paramLabel = "TIME",
                            converter = SinceOption.class,
                            description = "Only what was found on this day or instant, or later.")
                    @Nullable
                    Instant since,
            @Option(
                            names = "--limit",
                            paramLabel = "N",
                            defaultValue = "20",
                            description = "At most, 1 to 100 (default: 20).")
                    int limit,
            @Option(names = "--cursor", description = "Goes on where the page before ended.") @Nullable String cursor,
            @Option(
                            names = "--format",
                            paramLabel = "FORMAT",
                            defaultValue = "TABLE",
                            description = "table or jsonl (default: table).")
                    ListFormat format,
            @Mixin StoreOptions stores) {
        MatchQuery query = new MatchQuery(
                Optional.ofNullable(search), Optional.ofNullable(since), limit, Optional.ofNullable(cursor));
        try (TenderHub hub = TeamCommand.open(stores)) {
            MatchPage page = hub.savedSearches().matches(operator(team), query);
            if (format == ListFormat.JSONL) {
                page.matches()
                        .forEach(match -> terminal.print(JsonText.line(json -> SavedSearchJson.write(json, match))));
            } else {
                table(page.matches()).forEach(terminal::print);
            }
            page.nextCursor().ifPresent(next -> terminal.say("more: --cursor " + next));
        }
        return ExitCode.OK.code();
    }

    private static List<String> table(List<SearchMatch> matches) {
        TextTable table = new TextTable("MATCHED", "SEARCH", "OCID", "TENDER");
        matches.forEach(match -> table.row(
                match.matchedAt().toString(),
                TextTable.cut(match.name(), 30),
                match.ocid(),
                TextTable.cut(match.heading().orElse("(gone)"), 60)));
        return table.lines();
    }

    private static Actor operator(String team) {
        return Actor.operator(TeamCommand.team(team));
    }

    private static Optional<String> text(@Nullable List<String> words) {
        return Optional.ofNullable(words).filter(some -> !some.isEmpty()).map(some -> String.join(" ", some));
    }

    /** Reads {@code daily-digest} and the like. */
    static final class AlertOption implements ITypeConverter<Alert> {
        @Override
        public Alert convert(String value) {
            return Alert.ofCode(value)
                    .orElseThrow(() -> new TypeConversionException("is "
                            + Arrays.stream(Alert.values()).map(Alert::code).collect(Collectors.joining(", "))
                            + ", not " + value));
        }
    }
}
