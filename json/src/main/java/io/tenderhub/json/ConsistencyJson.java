package io.tenderhub.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.tenderhub.consistency.CheckReport;
import io.tenderhub.consistency.Finding;
import io.tenderhub.consistency.FindingKind;
import io.tenderhub.team.TeamId;
import java.io.IOException;
import java.util.Map;

/**
 * What a check came to: {@code tenders, teams, findings, counts{kind: number}, examples[{kind, subject, team, detail}], waiting,
 * repair, unrepaired, eventsRaised, documentsDeleted, answersEnded, stoppedAt}.
 */
public final class ConsistencyJson {
    public static final ObjectShape SHAPE = Shape.object("ConsistencyReport")
            .with("tenders", Shape.count())
            .with("teams", Shape.count())
            .with("findings", Shape.count())
            .with("counts", Shape.map(Shape.count()).described("Findings by kind"))
            .with(
                    "examples",
                    Shape.list(Shape.object("Finding")
                            .with("kind", Shape.text().withExample("summary-missing"))
                            .with("subject", Shape.text())
                            .maybe("team", Shape.text())
                            .with("detail", Shape.text())))
            .with("waiting", Shape.count().described("What waiting events are about to put right"))
            .with("repair", Shape.truth())
            .with("unrepaired", Shape.count())
            .with("eventsRaised", Shape.count())
            .with("documentsDeleted", Shape.count())
            .with("answersEnded", Shape.count())
            .maybe("stoppedAt", Shape.text().described("The tender behind which a further check goes on"));

    private ConsistencyJson() {}

    public static void write(JsonGenerator json, CheckReport report) throws IOException {
        json.writeStartObject();
        json.writeNumberField("tenders", report.tenders());
        json.writeNumberField("teams", report.teams());
        json.writeNumberField("findings", report.findings());
        json.writeObjectFieldStart("counts");
        for (Map.Entry<FindingKind, Long> count : report.counts().entrySet()) {
            json.writeNumberField(count.getKey().code(), count.getValue());
        }
        json.writeEndObject();
        json.writeArrayFieldStart("examples");
        for (Finding finding : report.examples()) {
            json.writeStartObject();
            json.writeStringField("kind", finding.kind().code());
            json.writeStringField("subject", finding.subject());
            JsonText.text(json, "team", finding.team().map(TeamId::value));
            json.writeStringField("detail", finding.detail());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeNumberField("waiting", report.waiting());
        json.writeBooleanField("repair", report.repaired());
        json.writeNumberField("unrepaired", report.unrepaired());
        json.writeNumberField("eventsRaised", report.eventsRaised());
        json.writeNumberField("documentsDeleted", report.documentsDeleted());
        json.writeNumberField("answersEnded", report.answersEnded());
        JsonText.text(json, "stoppedAt", report.stoppedAt());
        json.writeEndObject();
    }
}
