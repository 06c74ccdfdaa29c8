package io.tenderhub.mongo;

import io.tenderhub.analytics.Spend;
import io.tenderhub.analytics.SpendDimension;
import io.tenderhub.analytics.SpendReport;
import io.tenderhub.analytics.SpendReports;
import io.tenderhub.tender.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;

/**
 * One document for each dimension and currency; amounts are texts, since no number of MongoDB holds every one exactly.
 */
final class MongoSpendReports implements SpendReports {
    private static final String CURRENCY = "currency";
    private final LatestReports reports;

    MongoSpendReports(LatestReports reports) {
        this.reports = reports;
    }

    @Override
    public void save(SpendReport report) {
        List<Document> spends =
                report.spends().stream().map(MongoSpendReports::write).toList();
        Document document = new Document(CURRENCY, report.currency())
                .append("spends", spends)
                .append("total", report.total().toPlainString())
                .append("withoutValue", report.withoutValue());
        reports.save(id(report.by(), report.currency()), kind(report.by()), document, report.computedAt());
    }

    @Override
    public Optional<SpendReport> latest(SpendDimension by, String currency) {
        return reports.latest(
                id(by, currency),
                report -> new SpendReport(
                        by,
                        currency,
                        report.list("spends", spend -> read(spend, currency)),
                        new BigDecimal(report.text("total")),
                        report.whole("withoutValue"),
                        LatestReports.computedAt(report)));
    }

    @Override
    public Set<String> currencies(SpendDimension by) {
        return Set.copyOf(reports.texts(kind(by), CURRENCY));
    }

    private static String kind(SpendDimension by) {
        return "spend-by-" + by.code();
    }

    private static String id(SpendDimension by, String currency) {
        return kind(by) + "/" + currency;
    }

    private static Document write(Spend spend) {
        Document document = new Document();
        spend.name().ifPresent(name -> document.append("name", name));
        return document.append("amount", spend.spent().amount().toPlainString())
                .append("awards", spend.awards())
                .append("tenders", spend.tenders());
    }

    private static Spend read(Fields spend, String currency) throws UnreadableDocumentException {
        return new Spend(
                spend.optionalText("name"),
                new Money(new BigDecimal(spend.text("amount")), currency),
                spend.whole("awards"),
                spend.whole("tenders"));
    }
}
