package io.tenderhub.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.tenderhub.analytics.Spend;
import io.tenderhub.cache.Answer;
import java.io.IOException;
import java.util.List;

/** What buyers spend in one {@code currency}: {@code buyers}, most first, each with {@code buyer}, {@code amount}, {@code awards}. */
public final class SpendJson {
    public static final ObjectShape SHAPE = Shape.object("SpendByBuyer")
            .with("currency", Shape.text().withExample("ZAR"))
            .with(
                    "buyers",
                    Shape.list(Shape.object("BuyerSpend")
                            .with("buyer", Shape.text())
                            .with("amount", Shape.number().withExample(1250000.5))
                            .with("awards", Shape.count())))
            .maybe("stale", StaleJson.SHAPE);

    private SpendJson() {}

    public static void write(JsonGenerator json, String currency, List<Spend> spends) throws IOException {
        write(json, currency, Answer.fresh(spends));
    }

    /** With {@code stale} if the answer is. */
    public static void write(JsonGenerator json, String currency, Answer<List<Spend>> answer) throws IOException {
        json.writeStartObject();
        json.writeStringField("currency", currency);
        json.writeArrayFieldStart("buyers");
        for (Spend spend : answer.value()) {
            json.writeStartObject();
            json.writeStringField("buyer", spend.name().orElseThrow());
            json.writeNumberField("amount", spend.spent().amount());
            json.writeNumberField("awards", spend.awards());
            json.writeEndObject();
        }
        json.writeEndArray();
        StaleJson.write(json, answer);
        json.writeEndObject();
    }
}
