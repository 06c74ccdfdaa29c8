package io.tenderhub.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.tenderhub.activity.Activity;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What happened lately: {@code {"activities": [{type, subject, at, details{…}}]}}. Without ids, which the whole hub counts together. */
public final class ActivityJson {
    public static final ObjectShape SHAPE = Shape.object("Activities")
            .with(
                    "activities",
                    Shape.list(Shape.object("Activity")
                                    .with("type", Shape.text().withExample("tender.updated"))
                                    .with("subject", Shape.text().described("What it happened to, such as an ocid"))
                                    .with("at", Shape.instant())
                                    .with("details", Shape.map(Shape.text())))
                            .described("Newest first"));

    private ActivityJson() {}

    public static void write(JsonGenerator json, List<Activity> activities) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("activities");
        for (Activity activity : activities) {
            json.writeStartObject();
            json.writeStringField("type", activity.type());
            json.writeStringField("subject", activity.subject());
            json.writeStringField("at", activity.at().toString());
            json.writeObjectFieldStart("details");
            for (Map.Entry<String, String> detail : new TreeMap<>(activity.details()).entrySet()) {
                json.writeStringField(detail.getKey(), detail.getValue());
            }
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
