package io.tenderhub.json;

import static io.tenderhub.json.JsonText.text;

import com.fasterxml.jackson.core.JsonGenerator;
import io.tenderhub.summary.Digest;
import io.tenderhub.summary.Facts;
import io.tenderhub.summary.TenderSummary;
import java.io.IOException;

/** Summaries: {@code summary, keyPoints, model}, and for a tender {@code facts}. */
public final class SummaryJson {
    private SummaryJson() {}

    public static void write(JsonGenerator json, TenderSummary summary) throws IOException {
        json.writeStartObject();
        writeFields(json, summary);
        json.writeEndObject();
    }

    /** The summary's fields, into an object that the caller has begun and ends. */
    public static void writeFields(JsonGenerator json, TenderSummary summary) throws IOException {
        writeFields(json, summary.digest());
        json.writeObjectFieldStart("facts");
        facts(json, summary.facts());
        json.writeEndObject();
    }

    public static void write(JsonGenerator json, Digest digest) throws IOException {
        json.writeStartObject();
        writeFields(json, digest);
        json.writeEndObject();
    }

    private static void writeFields(JsonGenerator json, Digest digest) throws IOException {
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
