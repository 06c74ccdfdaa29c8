package io.tenderhub.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.tenderhub.search.FacetCount;
import io.tenderhub.search.Facets;
import java.io.IOException;
import java.util.List;

/** What the tenders that a search finds have in common: {@code found, estimated, provinces, categories, buyers, statuses}. */
public final class FacetsJson {
    private static final ListShape COUNTS = Shape.list(Shape.object("FacetCount")
            .with("value", Shape.text().withExample("Gauteng"))
            .with("tenders", Shape.whole(1, Long.MAX_VALUE).withExample(12)));

    public static final ObjectShape SHAPE = Shape.object("Facets")
            .with("found", Shape.whole(0, Long.MAX_VALUE).described("How many are found, on all pages together"))
            .with(
                    "estimated",
                    Shape.truth().described("Whether the counts are reckoned from a sample, as very many are found"))
            .with("provinces", COUNTS)
            .with("categories", COUNTS)
            .with("buyers", COUNTS)
            .with("statuses", COUNTS);

    private FacetsJson() {}

    public static void write(JsonGenerator json, Facets facets) throws IOException {
        json.writeStartObject();
        json.writeNumberField("found", facets.tenders());
        json.writeBooleanField("estimated", facets.estimated());
        counts(json, "provinces", facets.provinces());
        counts(json, "categories", facets.categories());
        counts(json, "buyers", facets.buyers());
        counts(json, "statuses", facets.statuses());
        json.writeEndObject();
    }

    private static void counts(JsonGenerator json, String name, List<FacetCount> counts) throws IOException {
        json.writeArrayFieldStart(name);
        for (FacetCount count : counts) {
            json.writeStartObject();
            json.writeStringField("value", count.value());
            json.writeNumberField("tenders", count.tenders());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
