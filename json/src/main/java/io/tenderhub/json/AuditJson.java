package io.tenderhub.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.tenderhub.audit.AuditEntry;
import io.tenderhub.audit.AuditPage;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** An entry of an audit trail: {@code id, at, actor, action, subject, before{…}, after{…}}. */
public final class AuditJson {
    /** {@code entries[…]}, newest first, and {@code nextCursor}. */
    public static final ObjectShape PAGE = Shape.object("AuditPage")
            .with(
                    "entries",
                    Shape.list(Shape.object("AuditEntry")
                            .with("id", Shape.text())
                            .with("at", Shape.instant())
                            .with("actor", Shape.text().withExample("user:jo-mokoena-4f2170c1aa"))
                            .with("action", Shape.text().withExample("member.removed"))
                            .with("subject", Shape.text())
                            .with("before", Shape.map(Shape.text()))
                            .with("after", Shape.map(Shape.text()))))
            .maybe("nextCursor", Shape.text().described("Asks for the next page; left out on the last"));

    private AuditJson() {}

    public static void page(JsonGenerator json, AuditPage page) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("entries");
        for (AuditEntry entry : page.entries()) {
            write(json, entry);
        }
        json.writeEndArray();
        JsonText.text(json, "nextCursor", page.next());
        json.writeEndObject();
    }

    public static void write(JsonGenerator json, AuditEntry entry) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", entry.id());
        json.writeStringField("at", entry.at().toString());
        json.writeStringField("actor", entry.actor());
        json.writeStringField("action", entry.action());
        json.writeStringField("subject", entry.subject());
        fields(json, "before", entry.before());
        fields(json, "after", entry.after());
        json.writeEndObject();
    }

    private static void fields(JsonGenerator json, String name, Map<String, String> values) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, String> value : new TreeMap<>(values).entrySet()) {
            json.writeStringField(value.getKey(), value.getValue());
        }
        json.writeEndObject();
    }
}
