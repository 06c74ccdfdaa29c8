package io.tenderhub.json;

import static io.tenderhub.json.JsonText.text;

import com.fasterxml.jackson.core.JsonGenerator;
import io.tenderhub.history.FieldChange;
import io.tenderhub.history.Revision;
import java.io.IOException;
import java.util.List;

/** What changed in a tender: {@code ocid}, {@code revisions[]}, latest first, and {@code nextBelow} unless the earliest is among them. */
public final class HistoryJson {
    private static final ObjectShape CHANGE = Shape.object("FieldChange")
            .with("path", Shape.text().withExample("tender.tenderPeriod.endDate"))
            .maybe("before", Shape.text())
            .maybe("after", Shape.text());

    private static final ObjectShape REVISION = Shape.object("Revision")
            .with("version", Shape.count())
            .with("date", Shape.instant().described("Of the release it was made from"))
            .with("storedAt", Shape.instant())
            .with("earliest", Shape.truth().described("Whether nothing before it is known"))
            .with("changes", Shape.list(CHANGE).described("To the version before"));

    public static final ObjectShape SHAPE = Shape.object("TenderHistory")
            .with("ocid", Shape.text())
            .with("revisions", Shape.list(REVISION).atMost(100))
            .maybe("nextBelow", Shape.count().described("Asks for the next page; left out on the last"));

    private HistoryJson() {}

    public static void write(JsonGenerator json, String ocid, List<Revision> revisions) throws IOException {
        json.writeStartObject();
        json.writeStringField("ocid", ocid);
        json.writeArrayFieldStart("revisions");
        for (Revision revision : revisions) {
            write(json, revision);
        }
        json.writeEndArray();
        if (!revisions.isEmpty() && !revisions.get(revisions.size() - 1).earliest()) {
            json.writeNumberField(
                    "nextBelow", revisions.get(revisions.size() - 1).version());
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Revision revision) throws IOException {
        json.writeStartObject();
        json.writeNumberField("version", revision.version());
        json.writeStringField("date", revision.releaseDate().toString());
        json.writeStringField("storedAt", revision.storedAt().toString());
        json.writeBooleanField("earliest", revision.earliest());
        json.writeArrayFieldStart("changes");
        for (FieldChange change : revision.changes()) {
            json.writeStartObject();
            json.writeStringField("path", change.path());
            text(json, "before", change.before());
            text(json, "after", change.after());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
