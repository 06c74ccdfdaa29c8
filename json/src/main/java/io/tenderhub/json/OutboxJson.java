package io.tenderhub.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.tenderhub.event.OutboxEntry;
import java.io.IOException;

/**
 * An event of the outbox: {@code id, type, aggregateId, team, payload{…}, state, raisedAt, attempts, nextAttemptAt, leasedUntil,
 * lastError}; the next attempt only of waiting events.
 */
public final class OutboxJson {
    private OutboxJson() {}

    public static void write(JsonGenerator json, OutboxEntry entry) throws IOException {
        json.writeStartObject();
        json.writeNumberField("id", entry.id());
        json.writeStringField("type", entry.type());
        json.writeStringField("aggregateId", entry.aggregateId());
        JsonText.text(json, "team", entry.team());
        json.writeFieldName("payload");
        json.writeRawValue(entry.payload());
        json.writeStringField("state", entry.state().code());
        json.writeStringField("raisedAt", entry.raisedAt().toString());
        json.writeNumberField("attempts", entry.attempts());
        if (entry.state() == OutboxEntry.State.WAITING) {
            json.writeStringField("nextAttemptAt", entry.nextAttemptAt().toString());
        }
        JsonText.printed(json, "leasedUntil", entry.leasedUntil());
        JsonText.text(json, "lastError", entry.lastError());
        json.writeEndObject();
    }
}
