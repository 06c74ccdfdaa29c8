package io.tenderhub.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.tenderhub.cache.Answer;
import java.io.IOException;

/** {@code "stale": {"since": …}} in an answer that was the last known one; nothing in a fresh one. */
final class StaleJson {
    static final Shape SHAPE = Shape.object("Stale")
            .with("since", Shape.instant())
            .described("Only in the last known answer, while the truth is away: what changed since this is not in it");

    private StaleJson() {}

    static void write(JsonGenerator json, Answer<?> answer) throws IOException {
        if (answer.isStale()) {
            json.writeObjectFieldStart("stale");
            json.writeStringField("since", answer.staleSince().orElseThrow().toString());
            json.writeEndObject();
        }
    }
}
