package io.tenderhub.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.tenderhub.cache.Answer;
import io.tenderhub.details.TenderDetails;
import java.io.IOException;

/**
 * A stored tender with what is derived from it: the fields of {@link TenderJson}, {@code version}, {@code changedAt}, and
 * {@code summary} and {@code readiness} where there are any; {@code complete} is false if these could not be read just now.
 */
public final class DetailsJson {
    public static final ObjectShape SHAPE = Shape.object("TenderDetails")
            .withAllOf(TenderJson.SHAPE)
            .with("version", Shape.count().described("Grows with each change"))
            .with("changedAt", Shape.instant())
            .with("complete", Shape.truth().described("False if what is derived could not be read just now"))
            .maybe("summary", SummaryJson.SHAPE)
            .maybe("readiness", ScoreJson.SHAPE)
            .maybe("stale", StaleJson.SHAPE);

    private DetailsJson() {}

    public static void write(JsonGenerator json, TenderDetails details) throws IOException {
        write(json, Answer.fresh(details));
    }

    /** With {@code stale} if the answer is. */
    public static void write(JsonGenerator json, Answer<TenderDetails> answer) throws IOException {
        TenderDetails details = answer.value();
        json.writeStartObject();
        TenderJson.writeFields(json, details.stored().tender());
        json.writeNumberField("version", details.stored().version());
        json.writeStringField("changedAt", details.stored().changedAt().toString());
        json.writeBooleanField("complete", details.complete());
        if (details.summary().isPresent()) {
            json.writeFieldName("summary");
            SummaryJson.write(json, details.summary().get().summary());
        }
        if (details.score().isPresent()) {
            json.writeFieldName("readiness");
            ScoreJson.write(json, details.score().get().score());
        }
        StaleJson.write(json, answer);
        json.writeEndObject();
    }
}
