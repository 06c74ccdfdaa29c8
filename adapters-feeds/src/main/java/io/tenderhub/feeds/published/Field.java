package io.tenderhub.feeds.published;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenderhub.tender.WarningCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One field of a published record, with its path. Reading it in some kind never fails: what is missing or null is absent;
 * what has another kind is read where its meaning is plain, otherwise absent, with a warning either way.
 */
public final class Field {
    private final JsonNode node;
    private final String path;
    private final DateStyle dates;
    private final Warnings warnings;

    private Field(JsonNode node, String path, DateStyle dates, Warnings warnings) {
        this.node = node;
        this.path = path;
        this.dates = dates;
        this.warnings = warnings;
    }

    public static Field root(ObjectNode record, DateStyle dates, Warnings warnings) {
        return new Field(record, "", dates, warnings);
    }

    /** A field of this object; absent if this is no object. */
    public Field child(String name) {
        JsonNode child = node.get(name);
        return new Field(
                child == null ? MissingNode.getInstance() : child,
                path.isEmpty() ? name : path + "." + name,
                dates,
                warnings);
    }

    /** As {@link #child}, of which only an object is of use. */
    public Field object(String name) {
        Field child = child(name);
        if (child.isAbsent() || child.node.isObject()) {
            return child;
        }
        child.unexpected("an object", "treated as absent");
        return new Field(MissingNode.getInstance(), child.path, dates, warnings);
    }

    /** The objects of a list; a lone object counts as a list of one. */
    public List<Field> objects(String name) {
        List<Field> objects = new ArrayList<>();
        for (Field element : child(name).elements()) {
            if (element.node.isObject()) {
                objects.add(element);
            } else {
                element.unexpected("an object", "left out");
            }
        }
        return objects;
    }

    /** The texts of a list; a lone text counts as a list of one. */
    public List<String> texts(String name) {
        Field child = child(name);
        if (child.node.isTextual()) {
            child.unexpected("an array", "read as an array of one");
            return child.text().map(List::of).orElse(List.of());
        }
        List<String> texts = new ArrayList<>();
        for (Field element : child.elements()) {
            element.text().filter(text -> !texts.contains(text)).ifPresent(texts::add);
        }
        return texts;
    }

    public String path() {
        return path;
    }

    public boolean isAbsent() {
        return node.isMissingNode() || node.isNull();
    }

    public boolean isObject() {
        return node.isObject();
    }

    JsonNode node() {
        return node;
    }

    /** The cleaned text. */
    public Optional<String> text() {
        if (isAbsent()) {
            return Optional.empty();
        }
        if (node.isTextual()) {
            return TextReader.read(node.textValue(), path, warnings);
        }
        if (node.isNumber()) {
            unexpected("a text", "read as its digits");
            return Optional.of(node.asText());
        }
        unexpected("a text", "treated as absent");
        return Optional.empty();
    }

    /** The cleaned text, absent with a warning where it only says that there is nothing, such as {@code N/A}. */
    public Optional<String> statedText() {
        Optional<String> text = text();
        if (text.isPresent() && TextReader.isPlaceholder(text.get())) {
            warn(WarningCode.PLACEHOLDER_TEXT, Warnings.quote(text.get()) + " stands for nothing; treated as absent.");
            return Optional.empty();
        }
        return text;
    }

    /** An identifier: a text, or a number, which the standard allows. */
    public Optional<String> id() {
        return node.isNumber() ? Optional.of(node.asText()) : text();
    }

    public Optional<Instant> date() {
        return dateText().flatMap(text -> dates.read(text, path, warnings));
    }

    /** A date that ends something: without a time it counts to the end of its day. */
    public Optional<Instant> lastDate() {
        return dateText().flatMap(text -> dates.readLast(text, path, warnings));
    }

    private Optional<String> dateText() {
        if (isAbsent()) {
            return Optional.empty();
        }
        if (!node.isTextual()) {
            unexpected("a date", "treated as absent");
            return Optional.empty();
        }
        if (node.textValue().isBlank()) {
            warn(WarningCode.EMPTY_TEXT, "An empty date is treated as absent.");
            return Optional.empty();
        }
        return Optional.of(node.textValue());
    }

    public Optional<Boolean> flag() {
        if (isAbsent()) {
            return Optional.empty();
        }
        if (node.isBoolean()) {
            return Optional.of(node.booleanValue());
        }
        String word = node.isTextual() ? node.textValue().strip().toLowerCase(Locale.ROOT) : "";
        if (word.equals("true") || word.equals("yes") || word.equals("false") || word.equals("no")) {
            boolean value = word.equals("true") || word.equals("yes");
            unexpected("true or false", "read as " + value);
            return Optional.of(value);
        }
        unexpected("true or false", "treated as absent");
        return Optional.empty();
    }

    public void warn(WarningCode code, String message) {
        warnings.add(code, path, message);
    }

    void unexpected(String wanted, String made) {
        warn(WarningCode.UNEXPECTED_TYPE, "Found " + kind() + " where " + wanted + " is expected; " + made + ".");
    }

    private List<Field> elements() {
        if (isAbsent()) {
            return List.of();
        }
        if (node.isObject()) {
            warn(
                    WarningCode.OBJECT_INSTEAD_OF_ARRAY,
                    "Found an object where an array is expected; read as an array of one.");
            return List.of(this);
        }
        if (!node.isArray()) {
            unexpected("an array", "treated as absent");
            return List.of();
        }
        List<Field> elements = new ArrayList<>(node.size());
        for (int i = 0; i < node.size(); i++) {
            elements.add(new Field(node.get(i), path + "[" + i + "]", dates, warnings));
        }
        return elements;
    }

    private String kind() {
        switch (node.getNodeType()) {
            case ARRAY:
                return "an array";
            case OBJECT:
                return "an object";
            case STRING:
                return "the text " + Warnings.quote(node.textValue());
            case NUMBER:
                return "a number";
            case BOOLEAN:
                return node.asText();
            default:
                return "nothing";
        }
    }
}
