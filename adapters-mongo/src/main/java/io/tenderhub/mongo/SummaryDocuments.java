package io.tenderhub.mongo;

import io.tenderhub.summary.Digest;
import io.tenderhub.summary.Facts;
import io.tenderhub.summary.StoredSummary;
import io.tenderhub.summary.TenderSummary;
import java.util.Optional;
import org.bson.Document;

/** The stored form of summaries. */
final class SummaryDocuments implements DocumentForm<StoredSummary> {

    @Override
    public Document write(StoredSummary stored) {
        Digest digest = stored.summary().digest();
        Facts facts = stored.summary().facts();
        Document factsDocument = new Document();
        append(factsDocument, "closing", facts.closing());
        append(factsDocument, "briefing", facts.briefing());
        append(factsDocument, "cidb", facts.cidb());
        append(factsDocument, "value", facts.value());
        append(factsDocument, "place", facts.place());
        append(factsDocument, "contact", facts.contact());
        Document document = new Document("_id", stored.ocid())
                .append("tenderVersion", stored.tenderVersion())
                .append("text", digest.text())
                .append("keyPoints", digest.keyPoints())
                .append("model", digest.model())
                .append("facts", factsDocument)
                .append("fence", stored.fence());
        StoredInstant.write(document, stored.generatedAt());
        return document;
    }

    private static void append(Document document, String name, Optional<String> text) {
        text.ifPresent(present -> document.append(name, present));
    }

    @Override
    public StoredSummary read(Fields fields) throws UnreadableDocumentException {
        Fields facts = fields.nested("facts");
        TenderSummary summary = new TenderSummary(
                new Digest(fields.text("text"), fields.texts("keyPoints"), fields.text("model")),
                new Facts(
                        facts.optionalText("closing"),
                        facts.optionalText("briefing"),
                        facts.optionalText("cidb"),
                        facts.optionalText("value"),
                        facts.optionalText("place"),
                        facts.optionalText("contact")));
        return new StoredSummary(
                fields.text("_id"),
                fields.whole("tenderVersion"),
                summary,
                StoredInstant.read(fields),
                fields.wholeOrZero("fence"));
    }
}
