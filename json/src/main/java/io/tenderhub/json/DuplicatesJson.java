package io.tenderhub.json;

import static io.tenderhub.json.JsonText.printed;
import static io.tenderhub.json.JsonText.text;

import com.fasterxml.jackson.core.JsonGenerator;
import io.tenderhub.duplicate.Duplicate;
import io.tenderhub.tender.Tender;
import io.tenderhub.tender.TenderStatus;
import java.io.IOException;
import java.util.List;

/** Tenders that say nearly the same as another one: {@code ocid} and {@code duplicates[]}, latest first. */
public final class DuplicatesJson {
    private static final ObjectShape DUPLICATE = Shape.object("Duplicate")
            .with("ocid", Shape.text())
            .with("tenderId", Shape.text())
            .with("heading", Shape.text())
            .maybe("status", Shape.text())
            .with("date", Shape.instant())
            .maybe("closesAt", Shape.instant())
            .with(
                    "likeness",
                    Shape.number().described("How much of their words they have in common, from 0.8 to 1, estimated"));

    public static final ObjectShape SHAPE =
            Shape.object("Duplicates").with("ocid", Shape.text()).with("duplicates", Shape.list(DUPLICATE));

    private DuplicatesJson() {}

    public static void write(JsonGenerator json, String ocid, List<Duplicate> duplicates) throws IOException {
        json.writeStartObject();
        json.writeStringField("ocid", ocid);
        json.writeArrayFieldStart("duplicates");
        for (Duplicate duplicate : duplicates) {
            Tender tender = duplicate.stored().tender();
            json.writeStartObject();
            json.writeStringField("ocid", tender.ocid());
            json.writeStringField("tenderId", tender.id());
            json.writeStringField("heading", tender.heading());
            text(json, "status", tender.status().map(TenderStatus::code));
            json.writeStringField("date", tender.releaseDate().toString());
            printed(json, "closesAt", tender.closesAt());
            json.writeNumberField("likeness", duplicate.likeness());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
