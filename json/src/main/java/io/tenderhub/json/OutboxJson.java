package io.tenderhub.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.tenderhub.event.OutboxDepth;
import io.tenderhub.event.OutboxEntry;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/**
 * An event of the outbox: {@code id, type, aggregateId, team, payload{…}, state, raisedAt, attempts, nextAttemptAt, leasedUntil,
 * lastError}; the next attempt only of waiting events.
 */
public final class OutboxJson {
    public static final ObjectShape SHAPE = Shape.object("OutboxEvent")
            .with("id", Shape.count())
            .with("type", Shape.text().withExample("tender.updated"))
            .with("aggregateId", Shape.text())
            .maybe("team", Shape.text())
            .with("payload", Shape.map(Shape.any()))
            .with("state", Shape.text().oneOf("waiting", "parked", "published"))
            .with("raisedAt", Shape.instant())
            .with("attempts", Shape.count())
            .maybe("nextAttemptAt", Shape.instant())
            .maybe("leasedUntil", Shape.instant())
            .maybe("lastError", Shape.text());

    /** {@code waiting, parked, published, oldestWaiting, lagSeconds}. */
    public static final ObjectShape DEPTH = Shape.object("OutboxDepth")
            .with("waiting", Shape.count())
            .with("parked", Shape.count().described("Set aside after too many attempts"))
            .with("published", Shape.count().described("Done, and not yet removed"))
            .maybe("oldestWaiting", Shape.instant())
            .with("lagSeconds", Shape.count());

    public static final ObjectShape PAGE = Shape.object("OutboxPage")
            .with("events", Shape.list(SHAPE))
            .maybe("nextCursor", Shape.text().described("Asks for the next page; left out on the last"));

    private OutboxJson() {}

    public static void write(JsonGenerator json, OutboxDepth depth, Instant now) throws IOException {
        json.writeStartObject();
        json.writeNumberField("waiting", depth.waiting());
        json.writeNumberField("parked", depth.parked());
        json.writeNumberField("published", depth.published());
        JsonText.printed(json, "oldestWaiting", depth.oldestWaiting());
        json.writeNumberField("lagSeconds", depth.lag(now).toSeconds());
        json.writeEndObject();
    }

    /** A page; {@code nextCursor} is the id of its last event, if there may be more. */
    public static void write(JsonGenerator json, List<OutboxEntry> page, boolean mayGoOn) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("events");
        for (OutboxEntry entry : page) {
            write(json, entry);
        }
        json.writeEndArray();
        if (mayGoOn) {
            json.writeStringField(
                    "nextCursor", Long.toString(page.get(page.size() - 1).id()));
        }
        json.writeEndObject();
    }

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
