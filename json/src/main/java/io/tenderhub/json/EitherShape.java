package io.tenderhub.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.tenderhub.failure.FieldProblem;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** A value of one kind or of another, such as a text or an object. */
final class EitherShape extends Shape {
    private final List<Shape> shapes;

    /** @param shapes each for another kind of JSON value */
    EitherShape(List<Shape> shapes, Notes notes) {
        super(notes);
        this.shapes = shapes;
    }

    @Override
    Shape with(Notes changed) {
        return new EitherShape(shapes, changed);
    }

    @Override
    List<Shape> parts() {
        return shapes;
    }

    @Override
    void check(JsonNode value, String path, List<FieldProblem> problems) {
        shapes.stream()
                .filter(shape -> isFor(shape, value))
                .findFirst()
                .ifPresentOrElse(shape -> shape.check(value, path, problems), () -> refuse(value, path, problems));
    }

    private static boolean isFor(Shape shape, JsonNode value) {
        if (shape instanceof TextShape) {
            return value.isTextual();
        }
        if (shape instanceof NumberShape) {
            return value.isNumber();
        }
        if (shape instanceof TruthShape) {
            return value.isBoolean();
        }
        return shape instanceof ListShape ? value.isArray() : value.isObject();
    }

    @Override
    String wanted() {
        return shapes.stream().map(Shape::wanted).collect(Collectors.joining(" or "));
    }

    @Override
    void fields(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("oneOf");
        for (Shape shape : shapes) {
            shape.write(json);
        }
        json.writeEndArray();
    }
}
