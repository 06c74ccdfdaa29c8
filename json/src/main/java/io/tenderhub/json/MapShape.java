package io.tenderhub.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.tenderhub.failure.FieldProblem;
import java.io.IOException;
import java.util.List;

/** An object with fields of any names, all of one shape. */
final class MapShape extends Shape {
    private final Shape values;

    MapShape(Shape values, Notes notes) {
        super(notes);
        this.values = values;
    }

    @Override
    Shape with(Notes changed) {
        return new MapShape(values, changed);
    }

    @Override
    List<Shape> parts() {
        return List.of(values);
    }

    @Override
    void check(JsonNode value, String path, List<FieldProblem> problems) {
        if (value.isObject()) {
            value.properties()
                    .forEach(field ->
                            values.check(field.getValue(), ObjectShape.inside(path, field.getKey()), problems));
        } else {
            refuse(value, path, problems);
        }
    }

    @Override
    String wanted() {
        return "an object";
    }

    @Override
    void fields(JsonGenerator json) throws IOException {
        json.writeStringField("type", "object");
        json.writeFieldName("additionalProperties");
        values.write(json);
    }
}
