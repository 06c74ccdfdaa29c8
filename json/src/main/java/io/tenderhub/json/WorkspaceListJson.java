package io.tenderhub.json;

import static io.tenderhub.json.JsonText.printed;
import static io.tenderhub.json.JsonText.text;

import com.fasterxml.jackson.core.JsonGenerator;
import io.tenderhub.workspace.FollowedTender;
import io.tenderhub.workspace.WorkspaceLine;
import io.tenderhub.workspace.WorkspaceList;
import java.io.IOException;

/** A page of a team's workspace: {@code entries[], complete, nextCursor}. */
public final class WorkspaceListJson {
    public static final ObjectShape SHAPE = Shape.object("WorkspacePage")
            .with(
                    "entries",
                    Shape.list(Shape.object("WorkspaceLine")
                            .with("ocid", Shape.text().withExample("ocds-9t57fa-136656"))
                            .with("status", WorkspaceEntryJson.STATUS)
                            .with("conflicted", Shape.truth().described("Whether somebody has to decide something"))
                            .with("attended", Shape.truth())
                            .with("openTasks", Shape.count())
                            .with("changed", WorkspaceEntryJson.STAMP)
                            .with("version", Shape.count())
                            .maybe(
                                    "tender",
                                    Shape.object("TenderHeading")
                                            .with("heading", Shape.text())
                                            .maybe("buyer", Shape.text())
                                            .maybe("status", Shape.text())
                                            .maybe("value", TenderJson.MONEY)
                                            .maybe("closesAt", Shape.instant())
                                            .described("Left out if the tender has gone since it was saved"))
                            .maybe("summary", SummaryJson.SHAPE)
                            .maybe("readiness", ScoreJson.SHAPE)))
            .with("complete", Shape.truth().described("False if what is derived could not be read just now"))
            .maybe("nextCursor", Shape.text().described("Asks for the next page; left out on the last"));

    private WorkspaceListJson() {}

    public static void write(JsonGenerator json, WorkspaceList list) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("entries");
        for (WorkspaceLine line : list.lines()) {
            write(json, line);
        }
        json.writeEndArray();
        json.writeBooleanField("complete", list.complete());
        text(json, "nextCursor", list.nextCursor());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, WorkspaceLine line) throws IOException {
        FollowedTender entry = line.entry();
        json.writeStartObject();
        json.writeStringField("ocid", entry.ocid());
        json.writeStringField("status", entry.status().code());
        json.writeBooleanField("conflicted", entry.conflicted());
        json.writeBooleanField("attended", entry.attended());
        json.writeNumberField("openTasks", entry.openTasks());
        WorkspaceEntryJson.stamp(json, "changed", entry.changed());
        json.writeNumberField("version", entry.version());
        if (entry.tender().isPresent()) {
            heading(json, entry.tender().get());
        }
        if (line.summary().isPresent()) {
            json.writeFieldName("summary");
            SummaryJson.write(json, line.summary().get().summary());
        }
        if (line.score().isPresent()) {
            json.writeFieldName("readiness");
            ScoreJson.write(json, line.score().get().score());
        }
        json.writeEndObject();
    }

    private static void heading(JsonGenerator json, FollowedTender.Heading tender) throws IOException {
        json.writeObjectFieldStart("tender");
        json.writeStringField("heading", tender.heading());
        text(json, "buyer", tender.buyer());
        text(json, "status", tender.status());
        TenderJson.money(json, "value", tender.value());
        printed(json, "closesAt", tender.closesAt());
        json.writeEndObject();
    }
}
