package io.tenderhub.json;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.tenderhub.failure.FieldProblem;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a JSON value looks like: checks what is sent, and writes itself as a schema object of OpenAPI 3.0, so that what is said and
 * what is done can't differ. Declared beside the class that writes or reads the value. Immutable.
 */
public abstract sealed class Shape
        permits AnyShape, EitherShape, ListShape, MapShape, NumberShape, ObjectShape, TextShape, TruthShape {
    private final Notes notes;

    Shape(Notes notes) {
        this.notes = requireNonNull(notes);
    }

    public static TextShape text() {
        return TextShape.ANY;
    }

    /** An instant such as {@code 2026-02-20T08:00:00Z}. */
    public static Shape instant() {
        return TextShape.ANY.ofFormat(TextFormat.INSTANT).withExample("2026-02-20T08:00:00Z");
    }

    /** A day such as {@code 2026-02-20}. */
    public static Shape day() {
        return TextShape.ANY.ofFormat(TextFormat.DAY).withExample("2026-02-20");
    }

    /** A whole number within these bounds, both included. */
    public static Shape whole(long least, long most) {
        return NumberShape.wholeWithin(least, most);
    }

    /** A whole number of 0 and more. */
    public static Shape count() {
        return NumberShape.wholeWithin(0, Long.MAX_VALUE);
    }

    /** Any number, such as points or an amount. */
    public static Shape number() {
        return NumberShape.ANY;
    }

    public static Shape number(double least, double most) {
        return NumberShape.between(least, most);
    }

    public static Shape truth() {
        return TruthShape.ANY;
    }

    public static ListShape list(Shape of) {
        return ListShape.of(of);
    }

    /** An object whose fields have any names. */
    public static Shape map(Shape values) {
        return new MapShape(values, Notes.NONE);
    }

    /**
     * A value of one of several kinds.
     *
     * @param shapes each for another kind of JSON value: one for texts, one for objects, …
     */
    public static Shape either(Shape... shapes) {
        return new EitherShape(List.of(shapes), Notes.NONE);
    }

    /** Any JSON value. */
    public static Shape any() {
        return AnyShape.ANY;
    }

    /** What is answered: further fields may come with later versions. */
    public static ObjectShape object(String name) {
        return ObjectShape.open(name);
    }

    /** What is sent: a field that is not declared is a mistake. */
    public static ObjectShape input(String name) {
        return ObjectShape.closed(name);
    }

    /** In a sentence, for people. */
    public Shape described(String description) {
        return with(notes.withDescription(description));
    }

    /** @param example a text, number, truth, or list or map of these */
    public Shape withExample(Object example) {
        return with(notes.withExample(example));
    }

    abstract Shape with(Notes changed);

    final Notes notes() {
        return notes;
    }

    /** The name under which it stands in a document; empty for one that stands where it is used. */
    public Optional<String> name() {
        return Optional.empty();
    }

    /** The shapes directly inside it. */
    List<Shape> parts() {
        return List.of();
    }

    /** Hands on each named shape in it, itself too; the same one may come several times. */
    public final void named(Consumer<Shape> each) {
        if (name().isPresent()) {
            each.accept(this);
        }
        parts().forEach(part -> part.named(each));
    }

    /**
     * Notes what is wrong with a value.
     *
     * @param path of the value, empty for the root
     */
    abstract void check(JsonNode value, String path, List<FieldProblem> problems);

    /** As the value of one field or parameter, given as text: the JSON value it stands for, or null if there is none. */
    @Nullable
    JsonNode ofText(String text) {
        return null;
    }

    /**
     * What is wrong with a text that stands in an address or a header.
     *
     * @param name of the parameter, as the path of problems
     */
    public final void checkText(String text, String name, List<FieldProblem> problems) {
        JsonNode value = ofText(text);
        if (value == null) {
            problems.add(new FieldProblem(name, "must be " + wanted() + ", not '" + shortened(text) + "'"));
        } else {
            check(value, name, problems);
        }
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }

    /** What is wanted, to follow "must be". */
    abstract String wanted();

    final void refuse(JsonNode value, String path, List<FieldProblem> problems) {
        problems.add(new FieldProblem(
                path.isEmpty() ? "body" : path, "must be " + wanted() + ", not " + GivenJson.kind(value)));
    }

    /** The schema, or a reference to it where it has a name. */
    public final void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        if (name().isPresent()) {
            json.writeStringField("$ref", "#/components/schemas/" + name().get());
        } else {
            fields(json);
            notes.write(json);
        }
        json.writeEndObject();
    }

    /** The schema itself, where it is defined. */
    public final void define(JsonGenerator json) throws IOException {
        json.writeStartObject();
        fields(json);
        notes.write(json);
        json.writeEndObject();
    }

    abstract void fields(JsonGenerator json) throws IOException;
}
