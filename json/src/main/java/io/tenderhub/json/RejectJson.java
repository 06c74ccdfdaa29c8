package io.tenderhub.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.tenderhub.ingestion.Reject;
import java.io.IOException;

/** A record that could not be read or stored: {@code source, position, ocid, reason}. */
public final class RejectJson {
    private RejectJson() {}

    public static void write(JsonGenerator json, Reject reject) throws IOException {
        json.writeStartObject();
        json.writeStringField("source", reject.source());
        json.writeStringField("position", reject.position());
        JsonText.text(json, "ocid", reject.ocid());
        json.writeStringField("reason", reject.reason());
        json.writeEndObject();
    }
}
