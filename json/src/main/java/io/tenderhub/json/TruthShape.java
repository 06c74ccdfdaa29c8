package io.tenderhub.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import io.tenderhub.failure.FieldProblem;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** True or false. */
final class TruthShape extends Shape {
    static final TruthShape ANY = new TruthShape(Notes.NONE);

    private TruthShape(Notes notes) {
        super(notes);
    }

    @Override
    Shape with(Notes changed) {
        return new TruthShape(changed);
    }

    @Override
    void check(JsonNode value, String path, List<FieldProblem> problems) {
        if (!value.isBoolean()) {
            refuse(value, path, problems);
        }
    }

    @Override
    @Nullable
    JsonNode ofText(String text) {
        return switch (text) {
            case "true" -> BooleanNode.TRUE;
            case "false" -> BooleanNode.FALSE;
            default -> null;
        };
    }

    @Override
    String wanted() {
        return "true or false";
    }

    @Override
    void fields(JsonGenerator json) throws IOException {
        json.writeStringField("type", "boolean");
    }
}
