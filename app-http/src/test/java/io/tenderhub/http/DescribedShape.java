package io.tenderhub.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Holds JSON values against schemas of an OpenAPI document, more strictly than these say: a field that is not described is a problem. */
final class DescribedShape {
    private final JsonNode document;
    private final List<String> problems = new ArrayList<>();

    DescribedShape(JsonNode document) {
        this.document = document;
    }

    /** What is wrong with a value, each with its path. */
    List<String> problems(JsonNode schema, JsonNode value) {
        check(schema, value, "");
        return problems;
    }

    private void check(JsonNode given, JsonNode value, String path) {
        JsonNode schema =
                given.has("$ref") ? document.at(given.get("$ref").textValue().substring(1)) : given;
        if (schema.has("oneOf")) {
            oneOf(schema.get("oneOf"), value, path);
            return;
        }
        switch (schema.path("type").asText("any")) {
            case "object" -> object(schema, value, path);
            case "array" -> array(schema, value, path);
            case "string" -> string(schema, value, path);
            case "integer" -> number(schema, value, path, value.isIntegralNumber());
            case "number" -> number(schema, value, path, value.isNumber());
            case "boolean" -> expect(value.isBoolean(), path, "is no truth");
            default -> expect(schema.isObject(), path, "has no schema");
        }
    }

    private void oneOf(JsonNode schemas, JsonNode value, String path) {
        long fitting = 0;
        for (JsonNode schema : schemas) {
            fitting += new DescribedShape(document).problems(schema, value).isEmpty() ? 1 : 0;
        }
        expect(fitting == 1, path, "fits " + fitting + " of the schemas of which it must fit one");
    }

    private void object(JsonNode schema, JsonNode value, String path) {
        if (!expect(value.isObject(), path, "is no object")) {
            return;
        }
        schema.path("required")
                .forEach(field -> expect(value.has(field.textValue()), path, "lacks " + field.textValue()));
        value.properties().forEach(field -> {
            JsonNode described = schema.path("properties").path(field.getKey());
            JsonNode others = schema.path("additionalProperties");
            if (described.isObject()) {
                check(described, field.getValue(), path + "." + field.getKey());
            } else if (others.isObject()) {
                check(others, field.getValue(), path + "." + field.getKey());
            } else {
                problems.add(path + "." + field.getKey() + " is not described");
            }
        });
    }

    private void array(JsonNode schema, JsonNode value, String path) {
        expect(value.isArray(), path, "is no list");
        expect(value.size() <= schema.path("maxItems").asInt(Integer.MAX_VALUE), path, "is too long");
        for (int i = 0; i < value.size(); i++) {
            check(schema.get("items"), value.get(i), path + "[" + i + "]");
        }
    }

    private void string(JsonNode schema, JsonNode value, String path) {
        if (!expect(value.isTextual(), path, "is no text")) {
            return;
        }
        String text = value.textValue();
        int length = text.codePointCount(0, text.length());
        expect(length >= schema.path("minLength").asInt(0), path, "is too short");
        expect(length <= schema.path("maxLength").asInt(Integer.MAX_VALUE), path, "is too long");
        if (schema.has("enum")) {
            List<String> words = new ArrayList<>();
            schema.get("enum").forEach(word -> words.add(word.textValue()));
            expect(words.contains(text), path, "is none of " + words);
        }
        if (schema.has("pattern")) {
            expect(
                    Pattern.compile(schema.get("pattern").textValue())
                            .matcher(text)
                            .find(),
                    path,
                    "has another form");
        }
        expect(hasFormat(text, schema.path("format").asText()), path, "has another format");
    }

    private static boolean hasFormat(String text, String format) {
        try {
            switch (format) {
                case "date-time" -> Instant.parse(text);
                case "date" -> LocalDate.parse(text);
                default -> {}
            }
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private void number(JsonNode schema, JsonNode value, String path, boolean right) {
        if (!expect(right, path, "is no such number")) {
            return;
        }
        BigDecimal number = value.decimalValue();
        expect(!schema.has("minimum") || number.compareTo(schema.get("minimum").decimalValue()) >= 0, path, "is less");
        expect(!schema.has("maximum") || number.compareTo(schema.get("maximum").decimalValue()) <= 0, path, "is more");
    }

    private boolean expect(boolean right, String path, String otherwise) {
        if (!right) {
            problems.add((path.isEmpty() ? "the answer" : path) + " " + otherwise);
        }
        return right;
    }
}
