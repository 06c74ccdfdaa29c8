package io.tenderhub.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.tenderhub.popularity.Popular;
import java.io.IOException;
import java.util.List;

/** What people look at and save: {@code tenders}, most points first, each with {@code ocid} and {@code points}. */
public final class PopularJson {
    public static final ObjectShape SHAPE = Shape.object("PopularTenders")
            .with(
                    "tenders",
                    Shape.list(Shape.object("PopularTender")
                            .with("ocid", Shape.text().withExample("ocds-9t57fa-136656"))
                            .with("points", Shape.count())));

    private PopularJson() {}

    public static void write(JsonGenerator json, List<Popular> tenders) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("tenders");
        for (Popular tender : tenders) {
            json.writeStartObject();
            json.writeStringField("ocid", tender.ocid());
            json.writeNumberField("points", tender.points());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
