package io.tenderhub.trials;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An operation as the service describes it.
 *
 * @param method in capitals
 * @param path with its parameters in braces
 */
record Operation(String method, String path, JsonNode described) {
    static final String JSON = "application/json";

    String id() {
        return described.path("operationId").asText();
    }

    List<JsonNode> parameters(String place) {
        List<JsonNode> found = new ArrayList<>();
        described.path("parameters").forEach(parameter -> {
            if (parameter.path("in").asText().equals(place)) {
                found.add(parameter);
            }
        });
        return found;
    }

    /** The schema of the JSON that may be sent. */
    Optional<JsonNode> jsonBody() {
        return Optional.of(described.at("/requestBody/content").path(JSON).path("schema"))
                .filter(schema -> !schema.isMissingNode());
    }

    /** The types of what may be sent besides JSON. */
    List<String> otherBodies() {
        List<String> types = new ArrayList<>();
        described.at("/requestBody/content").fieldNames().forEachRemaining(types::add);
        types.remove(JSON);
        return types;
    }

    boolean takesBody() {
        return described.has("requestBody");
    }

    /** What one can show oneself by; none where nobody has to. */
    List<String> schemes() {
        List<String> names = new ArrayList<>();
        described.path("security").forEach(each -> each.fieldNames().forEachRemaining(names::add));
        return names;
    }

    /** What may be answered with this status; empty if nothing is said of it. */
    Optional<JsonNode> response(int status) {
        return Optional.of(described.path("responses").path(Integer.toString(status)))
                .filter(response -> !response.isMissingNode());
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
