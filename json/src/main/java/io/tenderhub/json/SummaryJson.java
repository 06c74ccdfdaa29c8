package io.tenderhub.json;

import static io.tenderhub.json.JsonText.text;

import com.fasterxml.jackson.core.JsonGenerator;
import io.tenderhub.cache.Answer;
import io.tenderhub.summary.Digest;
import io.tenderhub.summary.Facts;
import io.tenderhub.summary.TenderSummary;
import io.tenderhub.tender.Tender;
import java.io.IOException;

/** Summaries: {@code summary, keyPoints, model}, and for a tender {@code facts}. */
public final class SummaryJson {
    /** Of a text that was sent. */
    public static final ObjectShape DIGEST = Shape.object("Digest")
            .with("summary", Shape.text().described("At most 120 words, or empty"))
            .with("keyPoints", Shape.list(Shape.text()).atMost(7))
            .with("model", Shape.text().described("What made it"));

    /** Of a tender. */
    public static final ObjectShape SHAPE = Shape.object("Summary")
            .withAllOf(DIGEST)
            .with(
                    "facts",
                    Shape.object("Facts")
                            .maybe("closing", Shape.text())
                            .maybe("briefing", Shape.text())
                            .maybe("cidb", Shape.text())
                            .maybe("value", Shape.text())
                            .maybe("place", Shape.text())
                            .maybe("contact", Shape.text()));

    /** Of a stored tender, on its own. */
    public static final ObjectShape OF_TENDER = Shape.object("TenderSummary")
            .with("ocid", Shape.text().withExample("ocds-9t57fa-136656"))
            .with("heading", Shape.text())
            .withAllOf(SHAPE)
            .maybe("stale", StaleJson.SHAPE);

    private SummaryJson() {}

    /** {@link #OF_TENDER}. */
    public static void write(JsonGenerator json, Answer<Tender> tender, TenderSummary summary) throws IOException {
        json.writeStartObject();
        json.writeStringField("ocid", tender.value().ocid());
        json.writeStringField("heading", tender.value().heading());
        writeFields(json, summary);
        StaleJson.write(json, tender);
        json.writeEndObject();
    }

    public static void write(JsonGenerator json, TenderSummary summary) throws IOException {
        json.writeStartObject();
        writeFields(json, summary);
        json.writeEndObject();
    }

    /** The same with {@code ocid} and {@code heading} of its tender. */
    public static void write(JsonGenerator json, Tender tender, TenderSummary summary) throws IOException {
        json.writeStartObject();
        json.writeStringField("ocid", tender.ocid());
        json.writeStringField("heading", tender.heading());
        writeFields(json, summary);
        json.writeEndObject();
    }

    public static void write(JsonGenerator json, Digest digest) throws IOException {
        json.writeStartObject();
        writeFields(json, digest);
        json.writeEndObject();
    }

    private static void writeFields(JsonGenerator json, TenderSummary summary) throws IOException {
        writeFields(json, summary.digest());
        json.writeObjectFieldStart("facts");
        facts(json, summary.facts());
        json.writeEndObject();
    }

    static void writeFields(JsonGenerator json, Digest digest) throws IOException {
        json.writeStringField("summary", digest.text());
        json.writeArrayFieldStart("keyPoints");
        for (String point : digest.keyPoints()) {
            json.writeString(point);
        }
        json.writeEndArray();
        json.writeStringField("model", digest.model());
    }

    private static void facts(JsonGenerator json, Facts facts) throws IOException {
        text(json, "closing", facts.closing());
        text(json, "briefing", facts.briefing());
        text(json, "cidb", facts.cidb());
        text(json, "value", facts.value());
        text(json, "place", facts.place());
        text(json, "contact", facts.contact());
    }
}
