package io.tenderhub.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.tenderhub.audit.AuditEntry;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** An entry of an audit trail: {@code id, at, actor, action, subject, before{…}, after{…}}. */
public final class AuditJson {
    private AuditJson() {}

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
