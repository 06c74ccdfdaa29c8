package io.tenderhub.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.tenderhub.cache.Answer;
import java.io.IOException;

/** {@code "stale": {"since": …}} in an answer that was the last known one; nothing in a fresh one. */
final class StaleJson {
    private StaleJson() {}

    static void write(JsonGenerator json, Answer<?> answer) throws IOException {
        if (answer.isStale()) {
            json.writeObjectFieldStart("stale");
            json.writeStringField("since", answer.staleSince().orElseThrow().toString());
            json.writeEndObject();
        }
    }
}
