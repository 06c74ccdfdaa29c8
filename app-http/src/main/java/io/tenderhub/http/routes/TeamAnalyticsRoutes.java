package io.tenderhub.http.routes;

import static io.tenderhub.http.routes.AnalyticsParameters.CATEGORY;
import static io.tenderhub.http.routes.AnalyticsParameters.CURRENCY;
import static io.tenderhub.http.routes.AnalyticsParameters.FORMAT;
import static io.tenderhub.http.routes.AnalyticsParameters.FROM;
import static io.tenderhub.http.routes.AnalyticsParameters.TO;

import io.tenderhub.analytics.CountReport;
import io.tenderhub.analytics.CountedBy;
import io.tenderhub.analytics.ScoreDistribution;
import io.tenderhub.analytics.SpendDimension;
import io.tenderhub.analytics.SpendReport;
import io.tenderhub.analytics.Trend;
import io.tenderhub.analytics.UsageReport;
import io.tenderhub.http.endpoint.Endpoint;
import io.tenderhub.http.endpoint.EndpointBuilder;
import io.tenderhub.http.endpoint.Parameter;
import io.tenderhub.http.endpoint.Parameters;
import io.tenderhub.http.endpoint.Reply;
import io.tenderhub.http.endpoint.Request;
import io.tenderhub.json.AnalyticsJson;
import io.tenderhub.json.AnalyticsSheets;
import io.tenderhub.json.Csv;
import io.tenderhub.json.JsonWriting;
import io.tenderhub.json.Shape;
import io.tenderhub.json.Sheet;
import io.tenderhub.team.Permission;
import io.tenderhub.team.TeamAnalytics;
import java.util.List;

/** Every analysis, for teams whose plan includes them; as a file, where it includes that. */
final class TeamAnalyticsRoutes {
    private static final String CSV = "text/csv";
    private static final String ZONE =
            " Days begin in the zone that the hub is set to, Africa/Johannesburg unless told.";
    private static final int USUAL_LIMIT = 20;
    private static final Parameter<Integer> LIMIT = Parameter.query(
            "limit",
            "How many at most; " + USUAL_LIMIT + " if not given",
            Shape.whole(1, SpendReport.MOST).withExample(USUAL_LIMIT),
            Integer::valueOf);

    private final TeamAnalytics analytics;

    TeamAnalyticsRoutes(TeamAnalytics analytics) {
        this.analytics = analytics;
    }

    List<Endpoint> endpoints() {
        return List.of(
                endpoint("spend", "getTeamSpend", "Tell what is spent, by buyer, province, category, month or supplier")
                        .description(
                                "By the values of awards in force, of the days of their dates. Currencies are never added"
                                        + " together." + ZONE)
                        .takes(AnalyticsParameters.BY, CURRENCY, FROM, TO, AnalyticsParameters.FALLBACK, LIMIT, FORMAT)
                        .answers(200, "What is spent, most first; months the latest first", AnalyticsJson.SPEND)
                        .answersText(200, "the same as a file", CSV)
                        .handledBy(request -> spend(
                                request, request.find(AnalyticsParameters.BY).orElse(SpendDimension.BUYER))),
                endpoint("suppliers", "getTeamSuppliers", "Rank suppliers by what they were awarded")
                        .description("Those who were awarded together are one." + ZONE)
                        .takes(CURRENCY, FROM, TO, LIMIT, FORMAT)
                        .answers(200, "Suppliers, most first", AnalyticsJson.SPEND)
                        .answersText(200, "the same as a file", CSV)
                        .handledBy(request -> spend(request, SpendDimension.SUPPLIER)),
                endpoint("statuses", "getTeamStatuses", "Count tenders by status")
                        .description("A range of days is one of release dates." + ZONE)
                        .takes(FROM, TO, FORMAT)
                        .answers(200, "Statuses, most first", AnalyticsJson.COUNTS)
                        .answersText(200, "the same as a file", CSV)
                        .handledBy(request -> counts(request, CountedBy.STATUS)),
                endpoint("closing-weeks", "getTeamClosingWeeks", "Count tenders by the week in which they close")
                        .description("By ISO weeks, such as 2026-W47. A range of days is one of closing times." + ZONE)
                        .takes(FROM, TO, FORMAT)
                        .answers(200, "Weeks as they come", AnalyticsJson.COUNTS)
                        .answersText(200, "the same as a file", CSV)
                        .handledBy(request -> counts(request, CountedBy.CLOSING_WEEK)),
                endpoint("trend", "getTeamTrend", "Tell how many tenders are published day by day, and of what value")
                        .description("The last 30 days if none are given, at most 1000; also those without any tender."
                                + ZONE)
                        .takes(CATEGORY, CURRENCY, FROM, TO, FORMAT)
                        .answers(200, "Days as they come", AnalyticsJson.TREND)
                        .answersText(200, "the same as a file", CSV)
                        .handledBy(this::trend),
                endpoint("scores", "getTeamScores", "Tell how the team's scores spread")
                        .description(
                                "Lower bounds are included, upper ones are not, but for 100. Percentages sum to exactly 100.")
                        .takes(FORMAT)
                        .answers(200, "Buckets of points", AnalyticsJson.SCORES)
                        .answersText(200, "the same as a file", CSV)
                        .handledBy(this::scores),
                endpoint("usage", "getTeamUsage", "Tell how the team searches")
                        .description(
                                "Searches, how many of them a cache answered, what is searched most and what without result. The"
                                        + " last 30 days if none are given; days are those of UTC.")
                        .takes(FROM, TO, Parameters.LIMIT, FORMAT)
                        .answers(200, "Days with searches, and texts, most searched first", AnalyticsJson.USAGE)
                        .answersText(200, "the days as a file", CSV)
                        .handledBy(this::usage));
    }

    private static EndpointBuilder endpoint(String name, String id, String summary) {
        return Endpoint.get("/api/v1/teams/{team}/analytics/" + name)
                .tag("Analytics")
                .id(id)
                .summary(summary)
                .forTeam(Permission.READ);
    }

    private Reply spend(Request request, SpendDimension by) {
        SpendReport report = analytics.spend(
                request.actor(),
                AnalyticsParameters.spend(request, by),
                request.find(LIMIT).orElse(USUAL_LIMIT));
        return reply(request, AnalyticsSheets.of(report), json -> AnalyticsJson.write(json, report));
    }

    private Reply counts(Request request, CountedBy by) {
        CountReport report = analytics.counts(request.actor(), by, AnalyticsParameters.days(request));
        return reply(request, AnalyticsSheets.of(report), json -> AnalyticsJson.write(json, report));
    }

    private Reply trend(Request request) {
        Trend trend = analytics.trend(
                request.actor(),
                request.find(CATEGORY),
                AnalyticsParameters.currency(request),
                AnalyticsParameters.days(request));
        return reply(request, AnalyticsSheets.of(trend), json -> AnalyticsJson.write(json, trend));
    }

    private Reply scores(Request request) {
        ScoreDistribution distribution = analytics.scores(request.actor());
        return reply(request, AnalyticsSheets.of(distribution), json -> AnalyticsJson.write(json, distribution));
    }

    private Reply usage(Request request) {
        UsageReport report =
                analytics.usage(request.actor(), AnalyticsParameters.days(request), Parameters.limit(request));
        return reply(request, AnalyticsSheets.of(report), json -> AnalyticsJson.write(json, report));
    }

    private Reply reply(Request request, Sheet sheet, JsonWriting json) {
        if (!AnalyticsParameters.isFile(request)) {
            return Reply.ok(json);
        }
        analytics.requireExports(request.actor());
        return Reply.bytes(200, CSV + "; charset=utf-8; header=present", Csv.bytes(sheet));
    }
}
