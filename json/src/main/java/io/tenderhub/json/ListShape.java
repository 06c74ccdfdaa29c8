package io.tenderhub.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.tenderhub.failure.FieldProblem;
import java.io.IOException;
import java.util.List;

/** A list of values of one shape. */
public final class ListShape extends Shape {
    private final Shape of;
    private final int longest;

    private ListShape(Shape of, int longest, Notes notes) {
        super(notes);
        this.of = of;
        this.longest = longest;
    }

    static ListShape of(Shape of) {
        return new ListShape(of, Integer.MAX_VALUE, Notes.NONE);
    }

    public ListShape atMost(int elements) {
        return new ListShape(of, elements, notes());
    }

    @Override
    Shape with(Notes changed) {
        return new ListShape(of, longest, changed);
    }

    @Override
    List<Shape> parts() {
        return List.of(of);
    }

    @Override
    void check(JsonNode value, String path, List<FieldProblem> problems) {
        if (!value.isArray()) {
            refuse(value, path, problems);
        } else if (value.size() > longest) {
            problems.add(new FieldProblem(path, "must be " + wanted()));
        } else {
            for (int i = 0; i < value.size(); i++) {
                of.check(value.get(i), path + "[" + i + "]", problems);
            }
        }
    }

    @Override
    String wanted() {
        return longest == Integer.MAX_VALUE ? "a list" : "a list of at most " + longest;
    }

    @Override
    void fields(JsonGenerator json) throws IOException {
        json.writeStringField("type", "array");
        json.writeFieldName("items");
        of.write(json);
        if (longest < Integer.MAX_VALUE) {
            json.writeNumberField("maxItems", longest);
        }
    }
}
