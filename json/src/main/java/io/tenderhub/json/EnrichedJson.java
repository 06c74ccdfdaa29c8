package io.tenderhub.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.tenderhub.details.EnrichedPage;
import io.tenderhub.details.EnrichedTender;
import java.io.IOException;

/** A page of tenders with their requirements and summaries: {@code releases[], nextCursor, complete}. */
public final class EnrichedJson {
    private static final ObjectShape RELEASE = Shape.object("EnrichedRelease")
            .withAllOf(TenderJson.SHAPE)
            .with("version", Shape.count().described("Grows with each change"))
            .with("changedAt", Shape.instant())
            .with("requirements", RequirementsJson.SHAPE)
            .maybe("summary", SummaryJson.SHAPE);

    public static final ObjectShape SHAPE = Shape.object("EnrichedReleases")
            .with("releases", Shape.list(RELEASE).atMost(100))
            .with("complete", Shape.truth().described("False if summaries could not be read just now"))
            .maybe("nextCursor", Shape.text().described("Asks for the next page; left out on the last"));

    private EnrichedJson() {}

    public static void write(JsonGenerator json, EnrichedPage page) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("releases");
        for (EnrichedTender tender : page.tenders()) {
            write(json, tender);
        }
        json.writeEndArray();
        json.writeBooleanField("complete", page.complete());
        JsonText.text(json, "nextCursor", page.nextCursor());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, EnrichedTender tender) throws IOException {
        json.writeStartObject();
        TenderJson.writeFields(json, tender.stored().tender());
        json.writeNumberField("version", tender.stored().version());
        json.writeStringField("changedAt", tender.stored().changedAt().toString());
        json.writeFieldName("requirements");
        RequirementsJson.write(json, tender.requirements());
        if (tender.summary().isPresent()) {
            json.writeFieldName("summary");
            SummaryJson.write(json, tender.summary().get().summary());
        }
        json.writeEndObject();
    }
}
