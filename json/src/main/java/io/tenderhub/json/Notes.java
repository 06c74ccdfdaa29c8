package io.tenderhub.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a shape says to people only. */
record Notes(Optional<String> description, Optional<Object> example) {
    static final Notes NONE = new Notes(Optional.empty(), Optional.empty());

    Notes withDescription(String text) {
        return new Notes(Optional.of(text), example);
    }

    Notes withExample(Object value) {
        return new Notes(description, Optional.of(value));
    }

    void write(JsonGenerator json) throws IOException {
        JsonText.text(json, "description", description);
        if (example.isPresent()) {
            json.writeFieldName("example");
            value(json, example.get());
        }
    }

    private static void value(JsonGenerator json, Object value) throws IOException {
        if (value instanceof Map<?, ?> map) {
            json.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                json.writeFieldName(entry.getKey().toString());
                value(json, entry.getValue());
            }
            json.writeEndObject();
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            for (Object element : list) {
                value(json, element);
            }
            json.writeEndArray();
        } else {
            json.writePOJO(value);
        }
    }
}
