package io.tenderhub.trials;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the service says about itself in its OpenAPI document. */
final class Description {
    static final ObjectMapper JSON = new ObjectMapper();

    private final String text;
    private final JsonNode document;
    private final List<Operation> operations = new ArrayList<>();

    private Description(String text, JsonNode document) {
        this.text = text;
        this.document = document;
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> operations.add(new Operation(
                                method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue()))));
    }

    static Description read(Wire wire) throws IOException, InterruptedException {
        Heard heard = wire.send(Call.of("GET", "/openapi.json"));
        if (heard.status() != 200) {
            throw new IOException("the service does not describe itself: " + heard);
        }
        return of(heard.body());
    }

    static Description of(byte[] document) throws IOException {
        return new Description(new String(document, StandardCharsets.UTF_8), JSON.readTree(document));
    }

    String text() {
        return text;
    }

    JsonNode document() {
        return document;
    }

    List<Operation> operations() {
        return operations;
    }

    Operation operation(String id) {
        return operations.stream()
                .filter(operation -> operation.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no operation is called " + id));
    }

    /** Whether an operation has this method at an address without a query; some addresses fit several paths. */
    boolean answers(String method, String target) {
        return operations.stream()
                .anyMatch(operation -> operation.method().equals(method)
                        && target.matches(operation.path().replaceAll("\\{[^}]*}", "[^/]+")));
    }

    /** The schema itself, where only a name of one is given. */
    JsonNode resolved(JsonNode schema) {
        return schema.has("$ref") ? document.at(schema.get("$ref").asText().substring(1)) : schema;
    }
}
