package io.tenderhub.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.tenderhub.readiness.StoredScore;
import java.io.IOException;
import java.util.List;

/** The tenders a team is readiest for: {@code tenders[]}, each a readiness, most points first. */
public final class TopTendersJson {
    public static final ObjectShape SHAPE = Shape.object("TopTenders")
            .with("tenders", Shape.list(ScoreJson.SHAPE).atMost(100));

    private TopTendersJson() {}

    public static void write(JsonGenerator json, List<StoredScore> scores) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("tenders");
        for (StoredScore score : scores) {
            ScoreJson.write(json, score.score());
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
