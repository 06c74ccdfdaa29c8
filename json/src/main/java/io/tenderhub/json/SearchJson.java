package io.tenderhub.json;

import static io.tenderhub.json.JsonText.printed;
import static io.tenderhub.json.JsonText.text;

import com.fasterxml.jackson.core.JsonGenerator;
import io.tenderhub.cache.Answer;
import io.tenderhub.search.SearchAnswer;
import io.tenderhub.search.SearchId;
import io.tenderhub.tender.Highlight;
import io.tenderhub.tender.TenderHit;
import io.tenderhub.tender.TenderPage;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** A page of search results: {@code tenders}, unless it is the last one {@code nextCursor}, and what helps to search on. */
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
            .with("relevance", Shape.number())
            .maybe(
                    "highlights",
                    Shape.list(Shape.object("Highlight")
                                    .with("field", Shape.text().oneOf("heading", "description"))
                                    .with(
                                            "pieces",
                                            Shape.list(Shape.object("HighlightPiece")
                                                    .with("text", Shape.text())
                                                    .with("matched", Shape.truth()))))
                            .described("Where the words of the text stand. Text as published, to be escaped"))
            .maybe(
                    "duplicates",
                    Shape.list(Shape.text())
                            .described("Further down on this page, of the same buyer, that say nearly the same"));

    public static final ObjectShape SHAPE = Shape.object("TenderPage")
            .with("tenders", Shape.list(HIT))
            .maybe("nextCursor", Shape.text().described("Asks for the next page; left out on the last"))
            .maybe("searchId", Shape.text().described("Names this search when it is told what was looked at"))
            .maybe("didYouMean", Shape.text().described("The text as it was probably meant; finds more"))
            .maybe("facets", FacetsJson.SHAPE)
            .maybe("stale", StaleJson.SHAPE);

    private SearchJson() {}

    public static void write(JsonGenerator json, SearchAnswer answer) throws IOException {
        write(json, Answer.fresh(answer));
    }

    /** With {@code stale} if the answer is. */
    public static void write(JsonGenerator json, Answer<SearchAnswer> answer) throws IOException {
        TenderPage page = answer.value().page();
        json.writeStartObject();
        json.writeArrayFieldStart("tenders");
        for (TenderHit hit : page.hits()) {
            write(json, hit, answer.value().groups().getOrDefault(hit.ocid(), List.of()));
        }
        json.writeEndArray();
        text(json, "nextCursor", page.nextCursor());
        about(json, answer.value());
        StaleJson.write(json, answer);
        json.writeEndObject();
    }

    private static void about(JsonGenerator json, SearchAnswer answer) throws IOException {
        text(json, "searchId", answer.id().map(SearchId::value));
        text(json, "didYouMean", answer.didYouMean());
        if (answer.facets().isPresent()) {
            json.writeFieldName("facets");
            FacetsJson.write(json, answer.facets().get());
        }
    }

    public static void write(JsonGenerator json, TenderHit hit) throws IOException {
        write(json, hit, List.of());
    }

    private static void write(JsonGenerator json, TenderHit hit, List<String> duplicates) throws IOException {
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
        if (!hit.highlights().isEmpty()) {
            json.writeArrayFieldStart("highlights");
            for (Highlight highlight : hit.highlights()) {
                write(json, highlight);
            }
            json.writeEndArray();
        }
        if (!duplicates.isEmpty()) {
            json.writeArrayFieldStart("duplicates");
            for (String ocid : duplicates) {
                json.writeString(ocid);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Highlight highlight) throws IOException {
        json.writeStartObject();
        json.writeStringField("field", highlight.field().name().toLowerCase(Locale.ROOT));
        json.writeArrayFieldStart("pieces");
        for (Highlight.Piece piece : highlight.pieces()) {
            json.writeStartObject();
            json.writeStringField("text", piece.text());
            json.writeBooleanField("matched", piece.matched());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
