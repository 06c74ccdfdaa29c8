package io.tenderhub.cli;

import java.util.List;
import java.util.Optional;
import picocli.AutoComplete;

/**
 * The commands by name, in the order in which the help lists them. The class of a command is loaded when it is asked for and not
 * before: to look at all of them takes longer than most commands run.
 */
final class Commands {
    static final List<String> NAMES = List.of(
            "demo",
            "score",
            "inspect",
            "summarize",
            "compile",
            "ingest",
            "search",
            "saved-search",
            "show",
            "history",
            "duplicates",
            "profile",
            "user",
            "team",
            "worker",
            "outbox",
            "analytics",
            "jobs",
            "serve",
            "migrate",
            "check",
            "rebuild",
            "semantic",
            "version",
            "generate-completion");

    private Commands() {}

    /** The class of a command; nothing if no command is called so. */
    static Optional<Class<?>> named(String name) {
        return Optional.ofNullable(
                switch (name) {
                    case "demo" -> DemoCommand.class;
                    case "score" -> ScoreCommand.class;
                    case "inspect" -> InspectCommand.class;
                    case "summarize" -> SummarizeCommand.class;
                    case "compile" -> CompileCommand.class;
                    case "ingest" -> IngestCommand.class;
                    case "search" -> SearchCommand.class;
                    case "saved-search" -> SavedSearchCommand.class;
                    case "show" -> ShowCommand.class;
                    case "history" -> HistoryCommand.class;
                    case "duplicates" -> DuplicatesCommand.class;
                    case "profile" -> ProfileCommand.class;
                    case "user" -> UserCommand.class;
                    case "team" -> TeamCommand.class;
                    case "worker" -> WorkerCommand.class;
                    case "outbox" -> OutboxCommand.class;
                    case "analytics" -> AnalyticsCommand.class;
                    case "jobs" -> JobsCommand.class;
                    case "serve" -> ServeCommand.class;
                    case "migrate" -> MigrateCommand.class;
                    case "check" -> CheckCommand.class;
                    case "rebuild" -> RebuildCommand.class;
                    case "semantic" -> SemanticCommand.class;
                    case "version" -> VersionCommand.class;
                    case "generate-completion" -> AutoComplete.GenerateCompletion.class;
                    default -> null;
                });
    }

    /** All of them. */
    static List<Class<?>> all() {
        return NAMES.stream().<Class<?>>map(name -> named(name).orElseThrow()).toList();
    }
}
