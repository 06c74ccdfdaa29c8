package io.tenderhub.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenderhub.failure.FieldProblem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Takes the fields of one object, noting every wrong type and every unknown name. A null is an absent field. */
final class JsonFields {
    private final ObjectNode object;
    private final String prefix;
    private final List<FieldProblem> problems;
    private final Set<String> known = new TreeSet<>();

    /**
     * @param path of the object, empty for the root
     * @param problems where to note them
     */
    JsonFields(ObjectNode object, String path, List<FieldProblem> problems) {
        this.object = object;
        this.prefix = path.isEmpty() ? "" : path + ".";
        this.problems = problems;
    }

    Optional<JsonNode> any(String field) {
        known.add(field);
        return Optional.ofNullable(object.get(field)).filter(node -> !node.isNull());
    }

    Optional<String> text(String field) {
        return any(field)
                .filter(node -> is(node.isTextual(), field, "text", node))
                .map(JsonNode::textValue);
    }

    Optional<Integer> integer(String field) {
        return any(field)
                .filter(node -> is(node.isIntegralNumber(), field, "a whole number", node))
                .filter(node -> fits(node, field))
                .map(JsonNode::intValue);
    }

    Optional<Double> number(String field) {
        return any(field)
                .filter(node -> is(node.isNumber(), field, "a number", node))
                .map(JsonNode::doubleValue);
    }

    /** False where absent. */
    boolean flag(String field) {
        return any(field)
                .filter(node -> is(node.isBoolean(), field, "true or false", node))
                .map(JsonNode::booleanValue)
                .orElse(false);
    }

    /** Empty where absent. */
    List<String> texts(String field) {
        List<String> texts = new ArrayList<>();
        List<JsonNode> list = list(field);
        for (int i = 0; i < list.size(); i++) {
            JsonNode node = list.get(i);
            // An element of the wrong type keeps its place, so that later problems have the right position.
            texts.add(is(node.isTextual(), field + "[" + i + "]", "text", node) ? node.textValue() : "?");
        }
        return texts;
    }

    List<Integer> integers(String field) {
        List<Integer> numbers = new ArrayList<>();
        List<JsonNode> list = list(field);
        for (int i = 0; i < list.size(); i++) {
            JsonNode node = list.get(i);
            String path = field + "[" + i + "]";
            numbers.add(
                    is(node.isIntegralNumber(), path, "a whole number", node) && fits(node, path)
                            ? node.intValue()
                            : 0);
        }
        return numbers;
    }

    /** Empty where absent. */
    List<JsonNode> list(String field) {
        List<JsonNode> elements = new ArrayList<>();
        any(field)
                .filter(node -> is(node.isArray(), field, "a list", node))
                .ifPresent(node -> node.forEach(elements::add));
        return elements;
    }

    Optional<JsonFields> object(String field) {
        return any(field)
                .filter(node -> is(node.isObject(), field, "an object", node))
                .map(node -> new JsonFields((ObjectNode) node, prefix + field, problems));
    }

    /** Notes that a field is missing, unless it was there and noted already as of the wrong type. */
    <T> Optional<T> required(String field, Optional<T> value) {
        if (value.isEmpty() && any(field).isEmpty()) {
            problem(field, "is missing");
        }
        return value;
    }

    Optional<BigDecimal> decimal(String field) {
        return any(field)
                .filter(node -> is(node.isNumber(), field, "a number", node))
                .map(JsonNode::decimalValue);
    }

    /** The fields of an object that was found inside this one. */
    JsonFields at(ObjectNode inner, String path) {
        return new JsonFields(inner, prefix + path, problems);
    }

    /** The names in the order they are written. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Notes every field that was not asked for. */
    void end() {
        for (String name : names()) {
            if (!known.contains(name)) {
                problem(name, "is no known field; there are " + String.join(", ", known));
            }
        }
    }

    void problem(String field, String message) {
        problems.add(new FieldProblem(prefix + field, message));
    }

    private boolean is(boolean right, String field, String wanted, JsonNode node) {
        if (!right) {
            problem(field, "must be " + wanted + ", not " + GivenJson.kind(node));
        }
        return right;
    }

    private boolean fits(JsonNode node, String field) {
        if (!node.canConvertToInt()) {
            problem(field, "is too large a number");
        }
        return node.canConvertToInt();
    }
}
