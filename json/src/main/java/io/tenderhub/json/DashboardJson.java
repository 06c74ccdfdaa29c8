package io.tenderhub.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.tenderhub.workspace.Dashboard;
import io.tenderhub.workspace.Standing;
import java.io.IOException;

/** A workspace at a glance: {@code byStatus[{status, count, averageScore}], closingSoon[{ocid, status, closesAt}], complete}. */
public final class DashboardJson {
    public static final ObjectShape SHAPE = Shape.object("Dashboard")
            .with(
                    "byStatus",
                    Shape.list(Shape.object("StatusCount")
                            .with("status", WorkspaceEntryJson.STATUS)
                            .with("count", Shape.count())
                            .maybe("averageScore", Shape.number(0, 100).described("Left out where none is scored"))))
            .with(
                    "closingSoon",
                    Shape.list(Shape.object("ClosingEntry")
                                    .with("ocid", Shape.text())
                                    .with("status", WorkspaceEntryJson.STATUS)
                                    .maybe("closesAt", Shape.instant()))
                            .described("Interested and pending, closing within 7 days"))
            .with("complete", Shape.truth().described("False if the scores could not be read just now"));

    private DashboardJson() {}

    public static void write(JsonGenerator json, Dashboard dashboard) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("byStatus");
        for (Dashboard.OfStatus line : dashboard.byStatus()) {
            json.writeStartObject();
            json.writeStringField("status", line.status().code());
            json.writeNumberField("count", line.count());
            if (line.averageScore().isPresent()) {
                JsonText.points(json, "averageScore", line.averageScore().get());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("closingSoon");
        for (Standing standing : dashboard.closingSoon()) {
            json.writeStartObject();
            json.writeStringField("ocid", standing.ocid());
            json.writeStringField("status", standing.status().code());
            JsonText.printed(json, "closesAt", standing.closesAt());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeBooleanField("complete", dashboard.complete());
        json.writeEndObject();
    }
}
