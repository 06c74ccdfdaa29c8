package io.tenderhub.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.tenderhub.popularity.Popular;
import java.io.IOException;
import java.util.List;

/** What people look at and save: {@code tenders}, most points first, each with {@code ocid} and {@code points}. */
public final class PopularJson {
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
