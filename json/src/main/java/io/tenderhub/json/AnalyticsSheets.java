package io.tenderhub.json;

import static io.tenderhub.json.Sheet.ofNumber;
import static io.tenderhub.json.Sheet.row;

import io.tenderhub.analytics.CountReport;
import io.tenderhub.analytics.ScoreDistribution;
import io.tenderhub.analytics.SpendReport;
import io.tenderhub.analytics.Trend;
import io.tenderhub.analytics.UsageReport;
import java.util.List;

/** What many tenders tell together, as rows. What has no name has an empty one. */
public final class AnalyticsSheets {
    private static final String TENDERS = "tenders";
    private static final String CURRENCY = "currency";

    private AnalyticsSheets() {}

    public static Sheet of(SpendReport report) {
        return new Sheet(
                List.of(report.by().code(), CURRENCY, "amount", "awards", TENDERS),
                report.spends().stream()
                        .map(spend -> row(
                                Sheet.of(spend.name()),
                                Sheet.of(spend.spent().currency()),
                                Sheet.of(spend.spent().amount()),
                                Sheet.of(spend.awards()),
                                Sheet.of(spend.tenders())))
                        .toList());
    }

    public static Sheet of(CountReport report) {
        return new Sheet(
                List.of(report.by().code(), TENDERS),
                report.counts().stream()
                        .map(count -> row(Sheet.of(count.name()), Sheet.of(count.tenders())))
                        .toList());
    }

    public static Sheet of(Trend trend) {
        return new Sheet(
                List.of("day", TENDERS, CURRENCY, "valued", "total", "average"),
                trend.days().stream()
                        .map(day -> row(
                                Sheet.of(day.day().toString()),
                                Sheet.of(day.tenders()),
                                Sheet.of(trend.currency()),
                                Sheet.of(day.valued()),
                                Sheet.of(day.total()),
                                ofNumber(day.average())))
                        .toList());
    }

    /** A row for each day; the texts are in the JSON alone. */
    public static Sheet of(UsageReport report) {
        return new Sheet(
                List.of("day", "searches", "cached", "cacheHitRate", "withoutHits", "clicked"),
                report.days().stream()
                        .map(day -> row(
                                Sheet.of(day.day().toString()),
                                Sheet.of(day.searches()),
                                Sheet.of(day.cached()),
                                ofNumber(UsageReport.cacheHitRate(day)),
                                Sheet.of(day.withoutHits()),
                                Sheet.of(day.clicked())))
                        .toList());
    }

    public static Sheet of(ScoreDistribution distribution) {
        return new Sheet(
                List.of("from", "to", "scores", "average", "percentage"),
                distribution.buckets().stream()
                        .map(bucket -> row(
                                Sheet.of(bucket.from()),
                                Sheet.of(bucket.to()),
                                Sheet.of(bucket.scores()),
                                ofNumber(bucket.average()),
                                Sheet.of(bucket.percentage())))
                        .toList());
    }
}
