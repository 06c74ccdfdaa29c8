package io.tenderhub.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.tenderhub.analytics.Count;
import io.tenderhub.analytics.CountReport;
import io.tenderhub.analytics.DayFigure;
import io.tenderhub.analytics.ScoreBucket;
import io.tenderhub.analytics.ScoreDistribution;
import io.tenderhub.analytics.Spend;
import io.tenderhub.analytics.SpendDimension;
import io.tenderhub.analytics.SpendReport;
import io.tenderhub.analytics.Trend;
import io.tenderhub.analytics.UsageReport;
import io.tenderhub.search.SearchDay;
import io.tenderhub.search.SearchedText;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What many tenders tell together. A {@code name} is left out of what has none. */
public final class AnalyticsJson {
    private static final String COMPUTED = "computedAt";
    private static final String TENDERS = "tenders";
    private static final String AVERAGE = "average";

    public static final ObjectShape SPEND = Shape.object("SpendReport")
            .with(
                    "by",
                    Shape.text()
                            .oneOf(Arrays.stream(SpendDimension.values())
                                    .map(SpendDimension::code)
                                    .toList()))
            .with("currency", Shape.text().withExample("ZAR"))
            .with(
                    "spends",
                    Shape.list(Shape.object("Spend")
                            .maybe("name", Shape.text())
                            .with("amount", Shape.number().withExample(1250000.5))
                            .with("awards", Shape.count())
                            .with(TENDERS, Shape.count())))
            .with("total", Shape.number().described("Of all there are, also those that are not listed"))
            .with("withoutValue", Shape.count().described("Awards in force that count nowhere, as they state no value"))
            .with(COMPUTED, Shape.instant());

    public static final ObjectShape COUNTS = Shape.object("TenderCounts")
            .with(
                    "counts",
                    Shape.list(Shape.object("TenderCount")
                            .maybe("name", Shape.text())
                            .with(TENDERS, Shape.count())))
            .with(COMPUTED, Shape.instant());

    public static final ObjectShape TREND = Shape.object("Trend")
            .maybe("category", Shape.text())
            .with("currency", Shape.text().withExample("ZAR"))
            .with(
                    "days",
                    Shape.list(Shape.object("TrendDay")
                            .with("day", Shape.day())
                            .with(TENDERS, Shape.count())
                            .with("valued", Shape.count())
                            .with("total", Shape.number())
                            .maybe(AVERAGE, Shape.number())));

    public static final ObjectShape SCORES = Shape.object("ScoreDistribution")
            .with("scores", Shape.count())
            .maybe(AVERAGE, Shape.number())
            .with(
                    "buckets",
                    Shape.list(Shape.object("ScoreBucket")
                            .with("from", Shape.count())
                            .with("to", Shape.count())
                            .with("scores", Shape.count())
                            .maybe(AVERAGE, Shape.number())
                            .with("percentage", Shape.number(0, 100))));

    private static final Shape TEXTS = Shape.list(Shape.object("UsedText")
            .with("text", Shape.text())
            .with("searches", Shape.count())
            .with("clicked", Shape.count()));

    public static final ObjectShape USAGE = Shape.object("SearchUsage")
            .with("searches", Shape.count())
            .maybe(
                    "cacheHitRate",
                    Shape.number(0, 100).described("Percent of the searches that were answered from a cache"))
            .with(
                    "days",
                    Shape.list(Shape.object("UsageDay")
                            .with("day", Shape.day())
                            .with("searches", Shape.count())
                            .with("cached", Shape.count())
                            .maybe("cacheHitRate", Shape.number(0, 100))
                            .with("withoutHits", Shape.count())
                            .with("clicked", Shape.count())))
            .with("top", TEXTS)
            .with("withoutHits", TEXTS);

    private AnalyticsJson() {}

    public static void write(JsonGenerator json, SpendReport report) throws IOException {
        json.writeStartObject();
        json.writeStringField("by", report.by().code());
        json.writeStringField("currency", report.currency());
        json.writeArrayFieldStart("spends");
        for (Spend spend : report.spends()) {
            json.writeStartObject();
            JsonText.text(json, "name", spend.name());
            json.writeNumberField("amount", spend.spent().amount());
            json.writeNumberField("awards", spend.awards());
            json.writeNumberField(TENDERS, spend.tenders());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeNumberField("total", report.total());
        json.writeNumberField("withoutValue", report.withoutValue());
        json.writeStringField(COMPUTED, report.computedAt().toString());
        json.writeEndObject();
    }

    public static void write(JsonGenerator json, CountReport report) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("counts");
        for (Count count : report.counts()) {
            json.writeStartObject();
            JsonText.text(json, "name", count.name());
            json.writeNumberField(TENDERS, count.tenders());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeStringField(COMPUTED, report.computedAt().toString());
        json.writeEndObject();
    }

    public static void write(JsonGenerator json, Trend trend) throws IOException {
        json.writeStartObject();
        JsonText.text(json, "category", trend.category());
        json.writeStringField("currency", trend.currency());
        json.writeArrayFieldStart("days");
        for (DayFigure day : trend.days()) {
            json.writeStartObject();
            json.writeStringField("day", day.day().toString());
            json.writeNumberField(TENDERS, day.tenders());
            json.writeNumberField("valued", day.valued());
            json.writeNumberField("total", day.total());
            average(json, day.average());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    public static void write(JsonGenerator json, ScoreDistribution distribution) throws IOException {
        json.writeStartObject();
        json.writeNumberField("scores", distribution.scores());
        average(json, distribution.average());
        json.writeArrayFieldStart("buckets");
        for (ScoreBucket bucket : distribution.buckets()) {
            json.writeStartObject();
            json.writeNumberField("from", bucket.from());
            json.writeNumberField("to", bucket.to());
            json.writeNumberField("scores", bucket.scores());
            average(json, bucket.average());
            json.writeNumberField("percentage", bucket.percentage());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    public static void write(JsonGenerator json, UsageReport report) throws IOException {
        json.writeStartObject();
        json.writeNumberField("searches", report.searches());
        hitRate(json, report.cacheHitRate());
        json.writeArrayFieldStart("days");
        for (SearchDay day : report.days()) {
            json.writeStartObject();
            json.writeStringField("day", day.day().toString());
            json.writeNumberField("searches", day.searches());
            json.writeNumberField("cached", day.cached());
            hitRate(json, UsageReport.cacheHitRate(day));
            json.writeNumberField("withoutHits", day.withoutHits());
            json.writeNumberField("clicked", day.clicked());
            json.writeEndObject();
        }
        json.writeEndArray();
        texts(json, "top", report.top());
        texts(json, "withoutHits", report.withoutHits());
        json.writeEndObject();
    }

    private static void texts(JsonGenerator json, String field, List<SearchedText> texts) throws IOException {
        json.writeArrayFieldStart(field);
        for (SearchedText text : texts) {
            json.writeStartObject();
            json.writeStringField("text", text.text());
            json.writeNumberField("searches", text.searches());
            json.writeNumberField("clicked", text.clicked());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void hitRate(JsonGenerator json, Optional<BigDecimal> rate) throws IOException {
        if (rate.isPresent()) {
            json.writeNumberField("cacheHitRate", rate.get());
        }
    }

    private static void average(JsonGenerator json, Optional<BigDecimal> average) throws IOException {
        if (average.isPresent()) {
            json.writeNumberField(AVERAGE, average.get());
        }
    }
}
