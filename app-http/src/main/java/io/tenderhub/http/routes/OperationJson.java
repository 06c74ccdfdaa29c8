package io.tenderhub.http.routes;

import com.fasterxml.jackson.core.JsonGenerator;
import io.tenderhub.bootstrap.Operation;
import io.tenderhub.consistency.RebuildResult;
import io.tenderhub.json.ConsistencyJson;
import io.tenderhub.json.ObjectShape;
import io.tenderhub.json.Shape;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Long work and how it stands: {@code id, kind, state, startedAt, endedAt, report{…}, rebuilt{…}, said}. */
final class OperationJson {
    static final ObjectShape SHAPE = Shape.object("Operation")
            .with("id", Shape.text())
            .with("kind", Shape.text().withExample("check"))
            .with("state", Shape.text().oneOf("running", "done", "failed"))
            .with("startedAt", Shape.instant())
            .maybe("endedAt", Shape.instant())
            .maybe("report", ConsistencyJson.SHAPE)
            .maybe(
                    "rebuilt",
                    Shape.object("Rebuilt")
                            .with("tenders", Shape.count())
                            .with("expected", Shape.count().described("How many tenders there are to do, about"))
                            .with("documentsDeleted", Shape.count())
                            .with("leftToWorkers", Shape.count()))
            .maybe("said", Shape.text().described("What a job did, or why it failed"));

    static final ObjectShape LIST = Shape.object("Operations").with("operations", Shape.list(SHAPE));

    private OperationJson() {}

    static void write(JsonGenerator json, List<Operation> operations) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("operations");
        for (Operation operation : operations) {
            write(json, operation);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    static void write(JsonGenerator json, Operation operation) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", operation.id());
        json.writeStringField("kind", operation.kind());
        json.writeStringField("state", operation.state().name().toLowerCase(Locale.ROOT));
        json.writeStringField("startedAt", operation.started().toString());
        if (operation.ended().isPresent()) {
            json.writeStringField("endedAt", operation.ended().get().toString());
        }
        if (operation.report().isPresent()) {
            json.writeFieldName("report");
            ConsistencyJson.write(json, operation.report().get());
        }
        if (operation.rebuilt().isPresent()) {
            rebuilt(json, operation.rebuilt().get());
        }
        if (operation.said().isPresent()) {
            json.writeStringField("said", operation.said().get());
        }
        json.writeEndObject();
    }

    private static void rebuilt(JsonGenerator json, RebuildResult result) throws IOException {
        json.writeObjectFieldStart("rebuilt");
        json.writeNumberField("tenders", result.tenders());
        json.writeNumberField("expected", result.expected());
        json.writeNumberField("documentsDeleted", result.documentsDeleted());
        json.writeNumberField("leftToWorkers", result.leftToWorkers());
        json.writeEndObject();
    }
}
