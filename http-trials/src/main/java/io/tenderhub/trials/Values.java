package io.tenderhub.trials;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;

/** Values that keep to a schema, and such as lie at and beyond its bounds. */
final class Values {
    private static final int DEEPEST = 6;
    private static final int LONG_TEXT = 3_000;
    private static final List<String> TEXTS = List.of(
            "school",
            "Gauteng",
            "0",
            "null",
            "é",
            "漢字かな",
            "😀🏗️",
            "\u202Eabc",
            "a\u0301\u0323",
            "\u200B",
            "\u00A0",
            " x ",
            "a\tb",
            "a\nb\r\nc",
            "' OR 1=1 --",
            "\" or -not (a | b) & !",
            "<script>alert(1)</script>",
            "%00%2F..",
            "../../etc/passwd",
            "{{7*7}}${7*7}",
            "\\",
            "\u0000",
            "a\u0000b",
            "\u001B[31m",
            "\uFFFE",
            "ı İ ß ﬁ",
            "$where",
            "*",
            "-",
            "'");
    private static final List<String> INSTANTS = List.of(
            "2026-02-20T08:00:00Z",
            "2026-11-30T23:59:59.999999999Z",
            "0001-01-01T00:00:00Z",
            "9999-12-31T23:59:59Z",
            "1970-01-01T00:00:00Z",
            "2024-02-29T00:00:00Z");
    private static final List<String> DAYS = List.of("2026-02-20", "2024-02-29", "0001-01-01", "9999-12-31");

    private final Description description;
    private final Random random;

    Values(Description description, Random random) {
        this.description = description;
        this.random = random;
    }

    /** A value that keeps to the schema. */
    JsonNode valid(JsonNode schema) {
        return valid(schema, 0);
    }

    private JsonNode valid(JsonNode named, int depth) {
        JsonNode schema = description.resolved(named);
        if (schema.has("example") && random.nextInt(3) == 0) {
            return schema.get("example");
        }
        if (schema.has("enum")) {
            return pick(schema.get("enum"));
        }
        for (String choice : List.of("oneOf", "anyOf")) {
            if (schema.has(choice)) {
                return valid(pick(schema.get(choice)), depth);
            }
        }
        return switch (schema.path("type").asText()) {
            case "string" -> TextNode.valueOf(text(schema));
            case "integer" -> LongNode.valueOf(whole(schema));
            case "number" -> number(schema);
            case "boolean" -> BooleanNode.valueOf(random.nextBoolean());
            case "array" -> array(schema, depth);
            case "object" -> object(schema, depth);
            default -> anything();
        };
    }

    private String text(JsonNode schema) {
        String format = schema.path("format").asText();
        if (format.equals("date-time")) {
            return pick(INSTANTS);
        }
        if (format.equals("date")) {
            return pick(DAYS);
        }
        int least = schema.path("minLength").asInt(0);
        int most = schema.path("maxLength").asInt(LONG_TEXT);
        if (schema.has("pattern")) {
            return ofPattern(schema, least, most);
        }
        if (format.equals("email") || format.equals("uuid") || format.equals("uri")) {
            return schema.path("example").asText(pick(TEXTS));
        }
        int length = switch (random.nextInt(8)) {
            case 0 -> least;
            case 1 -> most;
            default -> Math.min(most, Math.max(least, 1 + random.nextInt(40)));
        };
        return ofLength(length);
    }

    /** From the example, changed here and there as long as it fits. */
    private String ofPattern(JsonNode schema, int least, int most) {
        Pattern pattern = Pattern.compile(schema.get("pattern").asText());
        String text = schema.path("example").asText("");
        for (int change = 0; change < 30; change++) {
            StringBuilder changed = new StringBuilder(text);
            char with = (char) ('!' + random.nextInt('~' - '!'));
            if (changed.isEmpty() || random.nextInt(3) == 0) {
                changed.insert(random.nextInt(changed.length() + 1), with);
            } else {
                changed.setCharAt(random.nextInt(changed.length()), with);
            }
            if (pattern.matcher(changed).find() && changed.length() >= least && changed.length() <= most) {
                text = changed.toString();
            }
        }
        return text;
    }

    /** Of so many characters as Unicode counts them. */
    private String ofLength(int length) {
        StringBuilder text = new StringBuilder();
        while (text.codePointCount(0, text.length()) < length) {
            text.append(pick(TEXTS));
        }
        return text.substring(0, text.offsetByCodePoints(0, length));
    }

    private long whole(JsonNode schema) {
        boolean narrow = schema.path("format").asText().equals("int32");
        long least = schema.path("minimum").asLong(narrow ? Integer.MIN_VALUE : Long.MIN_VALUE);
        long most = schema.path("maximum").asLong(narrow ? Integer.MAX_VALUE : Long.MAX_VALUE);
        return switch (random.nextInt(5)) {
            case 0 -> least;
            case 1 -> most;
            default -> Math.min(most, Math.max(least, random.nextInt(100)));
        };
    }

    private JsonNode number(JsonNode schema) {
        boolean bounded = schema.has("minimum") || schema.has("maximum");
        if (bounded) {
            double least = schema.path("minimum").asDouble(-1e9);
            double most = schema.path("maximum").asDouble(1e9);
            return DoubleNode.valueOf(
                    switch (random.nextInt(4)) {
                        case 0 -> least;
                        case 1 -> most;
                        default -> least + (most - least) * random.nextDouble();
                    });
        }
        return pick(List.of(
                IntNode.valueOf(0),
                IntNode.valueOf(-1),
                LongNode.valueOf(Long.MAX_VALUE),
                DoubleNode.valueOf(0.1),
                DecimalNode.valueOf(new BigDecimal("1250000.50")),
                DecimalNode.valueOf(new BigDecimal("12345678901234567890123456789012345678901234567890.123456789")),
                DecimalNode.valueOf(new BigDecimal("1e300")),
                DecimalNode.valueOf(new BigDecimal("1e-300")),
                DecimalNode.valueOf(new BigDecimal("1e9999")),
                DecimalNode.valueOf(new BigDecimal("-1e-9999"))));
    }

    private ArrayNode array(JsonNode schema, int depth) {
        int least = schema.path("minItems").asInt(0);
        int most = schema.path("maxItems").asInt(50);
        int length = depth > DEEPEST ? least : Math.min(most, Math.max(least, random.nextInt(4)));
        if (random.nextInt(40) == 0 && depth <= 1) {
            length = Math.min(most, 300);
        }
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (int n = 0; n < length; n++) {
            array.add(valid(schema.path("items"), depth + 1));
        }
        return array;
    }

    private ObjectNode object(JsonNode schema, int depth) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(field -> required.add(field.asText()));
        schema.path("properties").properties().forEach(field -> {
            if (required.contains(field.getKey()) || depth <= DEEPEST && random.nextInt(2) == 0) {
                object.set(field.getKey(), valid(field.getValue(), depth + 1));
            }
        });
        JsonNode others = schema.path("additionalProperties");
        if (others.isObject()) {
            for (int n = random.nextInt(3); n > 0; n--) {
                object.set(pick(TEXTS), valid(others, depth + 1));
            }
        }
        return object;
    }

    JsonNode anything() {
        return pick(List.of(
                NullNode.getInstance(),
                BooleanNode.TRUE,
                IntNode.valueOf(-1),
                LongNode.valueOf(Long.MIN_VALUE),
                DecimalNode.valueOf(new BigDecimal("1e400")),
                TextNode.valueOf(pick(TEXTS)),
                TextNode.valueOf(""),
                TextNode.valueOf("x".repeat(100_000)),
                JsonNodeFactory.instance.arrayNode(),
                JsonNodeFactory.instance.arrayNode().add("x"),
                JsonNodeFactory.instance.objectNode(),
                JsonNodeFactory.instance.objectNode().put("x", 1)));
    }

    /** A value that certainly breaks the schema; empty if there is none to be thought of. */
    Optional<JsonNode> broken(JsonNode named) {
        JsonNode schema = description.resolved(named);
        List<JsonNode> broken = new ArrayList<>();
        String type = schema.path("type").asText();
        if (type.isEmpty()) {
            return Optional.empty();
        }
        if (!schema.path("nullable").asBoolean()) {
            broken.add(NullNode.getInstance());
        }
        if (!type.equals("object")) {
            broken.add(JsonNodeFactory.instance.objectNode().put("x", 1));
        }
        if (!type.equals("array")) {
            broken.add(JsonNodeFactory.instance.arrayNode().add(1));
        }
        if (!type.equals("string")) {
            broken.add(TextNode.valueOf("many"));
        }
        if (!type.equals("boolean")) {
            broken.add(BooleanNode.TRUE);
        }
        if (type.equals("string")) {
            broken.add(IntNode.valueOf(7));
            if (schema.has("maxLength")) {
                broken.add(TextNode.valueOf("y".repeat(schema.get("maxLength").asInt() + 1)));
            }
            if (schema.path("minLength").asInt() > 0) {
                broken.add(TextNode.valueOf(""));
            }
            if (schema.has("enum")) {
                broken.add(TextNode.valueOf("neither"));
            }
            if (schema.path("format").asText().startsWith("date")) {
                broken.add(TextNode.valueOf("tomorrow"));
            }
        }
        if (type.equals("integer")) {
            broken.add(DoubleNode.valueOf(1.5));
        }
        beyond(schema).forEach(broken::add);
        return Optional.of(pick(broken));
    }

    private static List<JsonNode> beyond(JsonNode schema) {
        List<JsonNode> beyond = new ArrayList<>();
        if (schema.has("maximum")) {
            beyond.add(DecimalNode.valueOf(schema.get("maximum").decimalValue().add(BigDecimal.ONE)));
        }
        if (schema.has("minimum")) {
            beyond.add(DecimalNode.valueOf(schema.get("minimum").decimalValue().subtract(BigDecimal.ONE)));
        }
        return beyond;
    }

    /** As a parameter writes it. */
    String asText(JsonNode value) {
        return value.isValueNode() ? value.asText() : value.toString();
    }

    /** A copy with one value somewhere in it exchanged for one that breaks its schema; empty if there is nothing to break. */
    Optional<JsonNode> spoilt(JsonNode named, JsonNode value) {
        JsonNode schema = description.resolved(named);
        if (value.isObject() && schema.has("properties") && random.nextInt(6) > 0) {
            List<Map.Entry<String, JsonNode>> fields = new ArrayList<>();
            value.properties().forEach(field -> {
                if (schema.get("properties").has(field.getKey())) {
                    fields.add(field);
                }
            });
            if (!fields.isEmpty()) {
                Map.Entry<String, JsonNode> field = pick(fields);
                return spoilt(schema.get("properties").get(field.getKey()), field.getValue())
                        .map(worse -> ((ObjectNode) value.deepCopy()).set(field.getKey(), worse));
            }
        }
        if (value.isArray() && !value.isEmpty() && random.nextInt(4) > 0) {
            int at = random.nextInt(value.size());
            return spoilt(schema.path("items"), value.get(at))
                    .map(worse -> ((ArrayNode) value.deepCopy()).set(at, worse));
        }
        return broken(schema);
    }

    private JsonNode pick(JsonNode array) {
        return array.get(random.nextInt(array.size()));
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
