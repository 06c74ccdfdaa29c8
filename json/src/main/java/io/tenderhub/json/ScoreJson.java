package io.tenderhub.json;

import static io.tenderhub.json.JsonText.points;

import com.fasterxml.jackson.core.JsonGenerator;
import io.tenderhub.readiness.ChecklistLine;
import io.tenderhub.readiness.Note;
import io.tenderhub.readiness.ReadinessScore;
import java.io.IOException;
import java.util.List;

/** A readiness score: {@code ocid, tenderId, score, recommendation, blockers, fixable, checklist, policy, policyVersion, generatedAt}. */
public final class ScoreJson {
    private static final ObjectShape NOTE =
            Shape.object("ReadinessNote").with("code", Shape.text()).with("message", Shape.text());

    public static final ObjectShape SHAPE = Shape.object("Readiness")
            .with("ocid", Shape.text())
            .with("tenderId", Shape.text())
            .with("score", Shape.number(0, 100))
            .with("recommendation", Shape.text().withExample("Good match"))
            .with("recommendationReason", Shape.text())
            .with("blockers", Shape.list(NOTE).described("What keeps from bidding"))
            .with("fixable", Shape.list(NOTE).described("What can be mended in time"))
            .with(
                    "checklist",
                    Shape.list(Shape.object("ChecklistLine")
                            .with("criterion", Shape.text())
                            .with("outcome", Shape.text())
                            .with("points", Shape.number())
                            .with("weight", Shape.number())
                            .with("reason", Shape.text())
                            .maybe(
                                    "evidence",
                                    Shape.object("Evidence")
                                            .with("field", Shape.text())
                                            .with("text", Shape.text()))))
            .with("policy", Shape.text())
            .with("policyVersion", Shape.text())
            .with("generatedAt", Shape.instant());

    private ScoreJson() {}

    public static void write(JsonGenerator json, ReadinessScore score) throws IOException {
        json.writeStartObject();
        json.writeStringField("ocid", score.ocid());
        json.writeStringField("tenderId", score.tenderId());
        points(json, "score", score.points());
        json.writeStringField("recommendation", score.recommendation().words());
        json.writeStringField("recommendationReason", score.recommendationReason());
        notes(json, "blockers", score.blockers());
        notes(json, "fixable", score.fixable());
        json.writeArrayFieldStart("checklist");
        for (ChecklistLine line : score.checklist()) {
            line(json, line);
        }
        json.writeEndArray();
        json.writeStringField("policy", score.policy());
        json.writeStringField("policyVersion", score.policyVersion());
        json.writeStringField("generatedAt", score.generatedAt().toString());
        json.writeEndObject();
    }

    private static void notes(JsonGenerator json, String field, List<Note> notes) throws IOException {
        json.writeArrayFieldStart(field);
        for (Note note : notes) {
            json.writeStartObject();
            json.writeStringField("code", note.code());
            json.writeStringField("message", note.message());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void line(JsonGenerator json, ChecklistLine line) throws IOException {
        json.writeStartObject();
        json.writeStringField("criterion", line.criterion());
        json.writeStringField("outcome", line.outcome().code());
        points(json, "points", line.points());
        json.writeNumberField("weight", line.weight());
        json.writeStringField("reason", line.reason());
        if (line.evidence().isPresent()) {
            json.writeObjectFieldStart("evidence");
            json.writeStringField("field", line.evidence().get().field());
            json.writeStringField("text", line.evidence().get().text());
            json.writeEndObject();
        }
        json.writeEndObject();
    }
}
