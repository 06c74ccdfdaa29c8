package io.tenderhub.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.tenderhub.failure.FieldProblem;
import java.util.List;

/** Whatever JSON there is. */
final class AnyShape extends Shape {
    static final AnyShape ANY = new AnyShape(Notes.NONE);

    private AnyShape(Notes notes) {
        super(notes);
    }

    @Override
    Shape with(Notes changed) {
        return new AnyShape(changed);
    }

    @Override
    void check(JsonNode value, String path, List<FieldProblem> problems) {
        // Everything is right.
    }

    @Override
    JsonNode ofText(String text) {
        return TextNode.valueOf(text);
    }

    @Override
    String wanted() {
        return "anything";
    }

    @Override
    void fields(JsonGenerator json) {
        // A schema without fields allows everything.
    }
}
