package io.tenderhub.cli;

import io.tenderhub.analytics.CountReport;
import io.tenderhub.analytics.CountedBy;
import io.tenderhub.analytics.DayRange;
import io.tenderhub.analytics.ScoreDistribution;
import io.tenderhub.analytics.SpendDimension;
import io.tenderhub.analytics.SpendQuestion;
import io.tenderhub.analytics.SpendReport;
import io.tenderhub.analytics.Trend;
import io.tenderhub.analytics.UsageReport;
import io.tenderhub.bootstrap.TenderHub;
import io.tenderhub.json.AnalyticsJson;
import io.tenderhub.json.AnalyticsSheets;
import io.tenderhub.team.Actor;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "analytics",
        mixinStandardHelpOptions = true,
        description =
                "Tells what many tenders tell together: what is spent, how many there are, how a team's scores spread.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  tenderhub analytics spend --by province --currency ZAR",
            "  tenderhub analytics spend --by supplier --from 2026-01-01 --to 2026-07-01 --format csv > suppliers.csv",
            "  tenderhub analytics closing-weeks --from 2026-11-01",
            "  tenderhub analytics trend --category works --currency ZAR",
            "  tenderhub analytics scores --team acme-builders",
            "  tenderhub analytics usage --format json"
        })
final class AnalyticsCommand implements Runnable {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    AnalyticsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "which analysis? spend, statuses, closing-weeks, trend, scores or usage");
    }

    @Command(
            name = "spend",
            mixinStandardHelpOptions = true,
            description = "Adds up the values of awards in force; currencies are never added together.")
    int spend(
            @Option(
                            names = "--by",
                            paramLabel = "WHAT",
                            defaultValue = "BUYER",
                            description = "buyer, province, category, month or supplier (default: buyer).")
                    SpendDimension by,
            @Option(
                            names = "--currency",
                            paramLabel = "CODE",
                            defaultValue = "ZAR",
                            description = "ISO 4217 code (default: ZAR).")
                    String currency,
            @Option(
                            names = "--fallback",
                            description = "Tenders without a counted award count with their own disclosed value.")
                    boolean fallback,
            @Option(
                            names = "--limit",
                            paramLabel = "N",
                            defaultValue = "20",
                            description = "Rows, 1 to 1000 (default: 20).")
                    int limit,
            @Mixin DayOptions days,
            @Mixin SheetOptions given) {
        SpendQuestion question = SpendQuestion.by(by).in(currency).during(days.range());
        SpendQuestion asked = fallback ? question.withFallback() : question;
        try (TenderHub hub = given.open()) {
            SpendReport report = hub.spendAnalytics().report(asked, limit);
            given.print(terminal, AnalyticsSheets.of(report), json -> AnalyticsJson.write(json, report));
            terminal.flush();
            terminal.say("in all " + currency + " " + report.total().toPlainString() + "; " + report.withoutValue()
                    + " awards in force state no value and count nowhere");
        }
        return ExitCode.OK.code();
    }

    @Command(name = "statuses", mixinStandardHelpOptions = true, description = "Counts tenders by status.")
    int statuses(@Mixin DayOptions days, @Mixin SheetOptions given) {
        return counts(CountedBy.STATUS, days.range(), given);
    }

    @Command(
            name = "closing-weeks",
            mixinStandardHelpOptions = true,
            description = "Counts tenders by the ISO week in which they close.")
    int closingWeeks(@Mixin DayOptions days, @Mixin SheetOptions given) {
        return counts(CountedBy.CLOSING_WEEK, days.range(), given);
    }

    private int counts(CountedBy by, DayRange days, SheetOptions given) {
        try (TenderHub hub = given.open()) {
            CountReport report = hub.tenderAnalytics().counts(by, days);
            given.print(terminal, AnalyticsSheets.of(report), json -> AnalyticsJson.write(json, report));
        }
        return ExitCode.OK.code();
    }

    @Command(
            name = "trend",
            mixinStandardHelpOptions = true,
            description =
                    "Tells day by day how many tenders were published and of what value; the last 30 days unless told.")
    int trend(
            @Option(names = "--category", paramLabel = "NAME", description = "Only of this main procurement category.")
                    @Nullable
                    String category,
            @Option(
                            names = "--currency",
                            paramLabel = "CODE",
                            defaultValue = "ZAR",
                            description = "Of the values (default: ZAR).")
                    String currency,
            @Mixin DayOptions days,
            @Mixin SheetOptions given) {
        DayRange range = days.range();
        try (TenderHub hub = given.open()) {
            Trend trend = hub.tenderAnalytics().trend(Optional.ofNullable(category), currency, range);
            given.print(terminal, AnalyticsSheets.of(trend), json -> AnalyticsJson.write(json, trend));
        }
        return ExitCode.OK.code();
    }

    @Command(name = "scores", mixinStandardHelpOptions = true, description = "Tells how the scores of a team spread.")
    int scores(
            @Option(names = "--team", paramLabel = "TEAM", required = true, description = "The team.") String team,
            @Mixin SheetOptions given) {
        Actor operator = Actor.operator(TeamCommand.team(team));
        try (TenderHub hub = given.open()) {
            ScoreDistribution scores = hub.teamAnalytics().scores(operator);
            given.print(terminal, AnalyticsSheets.of(scores), json -> AnalyticsJson.write(json, scores));
        }
        return ExitCode.OK.code();
    }

    @Command(
            name = "usage",
            mixinStandardHelpOptions = true,
            description = {
                "Tells how searching is used, day by day (UTC): of a team, or of searches for no team; the last 30 days unless told.",
                "What is searched most, and what without result, is in the JSON."
            })
    int usage(
            @Option(names = "--team", paramLabel = "TEAM", description = "The team.") @Nullable String team,
            @Option(
                            names = "--limit",
                            paramLabel = "N",
                            defaultValue = "20",
                            description = "Texts, 1 to 100 (default: 20).")
                    int limit,
            @Mixin DayOptions days,
            @Mixin SheetOptions given) {
        DayRange range = days.range();
        Optional<Actor> operator = Optional.ofNullable(team).map(id -> Actor.operator(TeamCommand.team(id)));
        try (TenderHub hub = given.open()) {
            UsageReport report = operator.isPresent()
                    ? hub.teamAnalytics().usage(operator.get(), range, limit)
                    : hub.searchAnalytics().ofEverybody(range, limit);
            given.print(terminal, AnalyticsSheets.of(report), json -> AnalyticsJson.write(json, report));
        }
        return ExitCode.OK.code();
    }
}
