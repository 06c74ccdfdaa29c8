package io.tenderhub.json;

import static io.tenderhub.json.JsonText.printed;
import static io.tenderhub.json.JsonText.text;

import com.fasterxml.jackson.core.JsonGenerator;
import io.tenderhub.cache.Answer;
import io.tenderhub.tender.TenderHit;
import io.tenderhub.tender.TenderPage;
import java.io.IOException;

/** A page of search results: {@code tenders} and, unless it is the last one, {@code nextCursor}. */
public final class SearchJson {
    static final ObjectShape HIT = Shape.object("TenderHit")
            .with("ocid", Shape.text().withExample("ocds-9t57fa-136656"))
            .with("tenderId", Shape.text())
            .with("heading", Shape.text())
            .maybe("buyer", Shape.text())
            .maybe("province", Shape.text())
            .maybe("category", Shape.text())
            .maybe("status", Shape.text())
            .maybe("value", TenderJson.MONEY)
            .with("date", Shape.instant())
            .maybe("closesAt", Shape.instant())
            .with("relevance", Shape.number());

    public static final ObjectShape SHAPE = Shape.object("TenderPage")
            .with("tenders", Shape.list(HIT))
            .maybe("nextCursor", Shape.text().described("Asks for the next page; left out on the last"))
            .maybe("stale", StaleJson.SHAPE);

    private SearchJson() {}

    public static void write(JsonGenerator json, TenderPage page) throws IOException {
        write(json, Answer.fresh(page));
    }

    /** With {@code stale} if the answer is. */
    public static void write(JsonGenerator json, Answer<TenderPage> answer) throws IOException {
        TenderPage page = answer.value();
        json.writeStartObject();
        json.writeArrayFieldStart("tenders");
        for (TenderHit hit : page.hits()) {
            write(json, hit);
        }
        json.writeEndArray();
        text(json, "nextCursor", page.nextCursor());
        StaleJson.write(json, answer);
        json.writeEndObject();
    }

    public static void write(JsonGenerator json, TenderHit hit) throws IOException {
        json.writeStartObject();
        json.writeStringField("ocid", hit.ocid());
        json.writeStringField("tenderId", hit.tenderId());
        json.writeStringField("heading", hit.heading());
        text(json, "buyer", hit.buyer());
        text(json, "province", hit.province());
        text(json, "category", hit.category());
        text(json, "status", hit.status());
        TenderJson.money(json, "value", hit.value());
        json.writeStringField("date", hit.releaseDate().toString());
        printed(json, "closesAt", hit.closesAt());
        json.writeNumberField("relevance", hit.relevance());
        json.writeEndObject();
    }
}
