package io.tenderhub.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOptions;
import io.tenderhub.analytics.BuyerSpend;
import io.tenderhub.analytics.SpendReport;
import io.tenderhub.analytics.SpendReports;
import io.tenderhub.tender.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One document for each currency; amounts are texts, since no number of MongoDB holds every one exactly. */
final class MongoSpendReports implements SpendReports {
    private static final Logger LOG = LoggerFactory.getLogger(MongoSpendReports.class);
    private static final String KIND = "spend-by-buyer";
    private static final String COMPUTED = "computedAt";

    private final MongoCollection<Document> collection;
    private final MongoCalls calls;

    MongoSpendReports(MongoCollection<Document> collection, MongoCalls calls) {
        this.collection = collection;
        this.calls = calls;
    }

    @Override
    public void save(SpendReport report) {
        Document document = write(report);
        calls.call(() -> {
            try {
                return collection
                        .replaceOne(
                                and(eq("_id", document.get("_id")), lte(COMPUTED, document.get(COMPUTED))),
                                document,
                                new ReplaceOptions().upsert(true))
                        .wasAcknowledged();
            } catch (MongoWriteException e) {
                // There is one that the filter left out: a later one, which stays.
                if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                    return true;
                }
                throw e;
            }
        });
    }

    @Override
    public Optional<SpendReport> latest(String currency) {
        return calls.call(() -> Optional.ofNullable(
                        collection.find(eq("_id", id(currency))).first()))
                .flatMap(MongoSpendReports::read);
    }

    @Override
    public Set<String> currencies() {
        return calls.call(() ->
                collection
                        .find(eq("kind", KIND))
                        .projection(Projections.include("currency"))
                        .into(new ArrayList<>())
                        .stream()
                        .map(document -> String.valueOf(document.get("currency")))
                        .collect(Collectors.toSet()));
    }

    private static String id(String currency) {
        return KIND + "/" + currency;
    }

    private static Document write(SpendReport report) {
        List<Document> buyers = report.buyers().stream()
                .map(spend -> new Document("buyer", spend.buyer())
                        .append("amount", spend.spent().amount().toPlainString())
                        .append("awards", spend.awards()))
                .toList();
        Document document = new Document("_id", id(report.currency()))
                .append("kind", KIND)
                .append("currency", report.currency())
                .append("buyers", buyers);
        StoredInstant.write(document, COMPUTED, report.computedAt());
        return document;
    }

    /** Empty, with a line in the log, if it does not have the form: it can be made again. */
    private static Optional<SpendReport> read(Document document) {
        try {
            Fields fields = Fields.of(document);
            String currency = fields.text("currency");
            return Optional.of(new SpendReport(
                    currency,
                    fields.list(
                            "buyers",
                            buyer -> new BuyerSpend(
                                    buyer.text("buyer"),
                                    new Money(new BigDecimal(buyer.text("amount")), currency),
                                    buyer.whole("awards"))),
                    StoredInstant.read(fields, COMPUTED)));
        } catch (UnreadableDocumentException | IllegalArgumentException e) {
            LOG.warn("the report {} can't be read and is left out: {}", document.get("_id"), e.getMessage());
            return Optional.empty();
        }
    }
}
