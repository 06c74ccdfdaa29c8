package io.tenderhub.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.tenderhub.document.DocumentPart;
import io.tenderhub.document.DocumentSummary;
import io.tenderhub.document.DocumentText;
import io.tenderhub.document.SkippedPart;
import java.io.IOException;

/** Summaries of documents: {@code document, type, summary, keyPoints, model, truncated, parts, skipped}. */
public final class DocumentSummaryJson {
    private static final Shape NAME =
            Shape.text().described("The name of the file, or document").withExample("bid.zip");
    private static final Shape TYPE =
            Shape.text().described("pdf, docx, zip or text, by its content").withExample("zip");
    private static final Shape TRUNCATED = Shape.truth().described("Whether there was more text than is read");
    private static final Shape PARTS = Shape.list(Shape.object("DocumentPart")
            .with("name", Shape.text().withExample("terms/conditions.pdf"))
            .with("type", Shape.text().withExample("pdf"))
            .maybe("pages", Shape.count())
            .with("letters", Shape.count().described("How much of its text was read"))
            .with("truncated", Shape.truth()));
    private static final Shape SKIPPED = Shape.list(Shape.object("SkippedDocument")
                    .with("name", Shape.text().withExample("plan.dwg"))
                    .with("reason", Shape.text().withExample("unsupported-type"))
                    .with("detail", Shape.text()))
            .described("Files of an archive that could not be read");

    public static final ObjectShape SHAPE = Shape.object("DocumentSummary")
            .with("document", NAME)
            .with("type", TYPE)
            .withAllOf(SummaryJson.DIGEST)
            .with("truncated", TRUNCATED)
            .with("parts", PARTS)
            .with("skipped", SKIPPED);

    /** The same, or the {@link SummaryJson#DIGEST} of a text that was no document. */
    public static final ObjectShape OF_UPLOAD = Shape.object("UploadSummary")
            .withAllOf(SummaryJson.DIGEST)
            .maybe("document", NAME)
            .maybe("type", TYPE)
            .maybe("truncated", TRUNCATED)
            .maybe("parts", PARTS)
            .maybe("skipped", SKIPPED);

    private DocumentSummaryJson() {}

    public static void write(JsonGenerator json, DocumentSummary summary) throws IOException {
        DocumentText source = summary.source();
        json.writeStartObject();
        json.writeStringField("document", source.name());
        json.writeStringField("type", source.type().code());
        SummaryJson.writeFields(json, summary.digest());
        json.writeBooleanField("truncated", source.truncated());
        json.writeArrayFieldStart("parts");
        for (DocumentPart part : source.parts()) {
            json.writeStartObject();
            json.writeStringField("name", part.name());
            json.writeStringField("type", part.type().code());
            if (part.pages().isPresent()) {
                json.writeNumberField("pages", part.pages().getAsInt());
            }
            json.writeNumberField("letters", part.text().length());
            json.writeBooleanField("truncated", part.truncated());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("skipped");
        for (SkippedPart part : source.skipped()) {
            json.writeStartObject();
            json.writeStringField("name", part.name());
            json.writeStringField("reason", part.reason().code());
            json.writeStringField("detail", part.detail());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
