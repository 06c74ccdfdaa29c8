package io.tenderhub.mongo;

import io.tenderhub.analytics.Count;
import io.tenderhub.analytics.CountReport;
import io.tenderhub.analytics.CountReports;
import io.tenderhub.analytics.CountedBy;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** One document for each thing that tenders are counted by. */
final class MongoCountReports implements CountReports {
    private final LatestReports reports;

    MongoCountReports(LatestReports reports) {
        this.reports = reports;
    }

    @Override
    public void save(CountReport report) {
        List<Document> counts =
                report.counts().stream().map(MongoCountReports::write).toList();
        String kind = kind(report.by());
        reports.save(kind, kind, new Document("counts", counts), report.computedAt());
    }

    @Override
    public Optional<CountReport> latest(CountedBy by) {
        return reports.latest(
                kind(by),
                report -> new CountReport(
                        by,
                        report.list("counts", count -> new Count(count.optionalText("name"), count.whole("tenders"))),
                        LatestReports.computedAt(report)));
    }

    private static String kind(CountedBy by) {
        return "tenders-by-" + by.code();
    }

    private static Document write(Count count) {
        Document document = new Document();
        count.name().ifPresent(name -> document.append("name", name));
        return document.append("tenders", count.tenders());
    }
}
