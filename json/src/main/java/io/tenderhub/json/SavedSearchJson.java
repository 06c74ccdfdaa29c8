package io.tenderhub.json;

import static io.tenderhub.json.JsonText.text;

import com.fasterxml.jackson.core.JsonGenerator;
import io.tenderhub.alert.Alert;
import io.tenderhub.alert.MatchPage;
import io.tenderhub.alert.SavedSearch;
import io.tenderhub.alert.SearchDraft;
import io.tenderhub.alert.SearchMatch;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** The searches that a team keeps, and what began to match them. */
public final class SavedSearchJson {
    private static final Shape ALERT = Shape.text()
            .oneOf(Arrays.stream(Alert.values()).map(Alert::code).toList())
            .described("How the team is told of tenders that begin to match");

    private static final TextShape NAME = Shape.text().length(1, SearchDraft.LONGEST_NAME);
    private static final TextShape TEXT = Shape.text().length(0, SearchDraft.LONGEST_TEXT);

    public static final ObjectShape SHAPE = Shape.object("SavedSearch")
            .with("id", Shape.text())
            .with("name", Shape.text().withExample("Schools in Gauteng"))
            .maybe("text", Shape.text().withExample("school -paint"))
            .with("filter", FilterJson.SHAPE)
            .with("alert", ALERT)
            .with("by", Shape.text().withExample("user:jo-mokoena-4f2170c1aa"))
            .with("createdAt", Shape.instant());

    /** {@code name, text, filter, alert}. */
    public static final ObjectShape WANTED = Shape.input("WantedSearch")
            .with("name", NAME.withExample("Schools in Gauteng"))
            .maybe("text", TEXT.withExample("school -paint").described("Words, \"phrases\", or, -not"))
            .maybe("filter", FilterJson.INPUT)
            .maybe("alert", ALERT.described("How the team is told of tenders that begin to match; none if left out"));

    public static final ObjectShape ALL = Shape.object("SavedSearches").with("savedSearches", Shape.list(SHAPE));

    /** {@code matches[…]}, the latest first, and {@code nextCursor}. */
    public static final ObjectShape MATCHES = Shape.object("SearchMatches")
            .with(
                    "matches",
                    Shape.list(Shape.object("SearchMatch")
                            .with("search", Shape.text().described("The id of the saved search"))
                            .with("name", Shape.text().described("Its name by now"))
                            .with("ocid", Shape.text().withExample("ocds-9t57fa-136656"))
                            .maybe("heading", Shape.text().described("Left out if the tender has gone"))
                            .with("alert", ALERT.described("How the team is told of it, as it was when it matched"))
                            .with("matchedAt", Shape.instant())))
            .maybe("nextCursor", Shape.text().described("Asks for the next page; left out on the last"));

    private SavedSearchJson() {}

    public static void all(JsonGenerator json, List<SavedSearch> searches) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("savedSearches");
        for (SavedSearch search : searches) {
            write(json, search);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    public static void write(JsonGenerator json, SavedSearch search) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", search.id());
        json.writeStringField("name", search.name());
        text(json, "text", search.text());
        json.writeFieldName("filter");
        FilterJson.write(json, search.filter());
        json.writeStringField("alert", search.alert().code());
        json.writeStringField("by", search.by());
        json.writeStringField("createdAt", search.createdAt().toString());
        json.writeEndObject();
    }

    /**
     * @param sent of {@link #WANTED}
     * @throws io.tenderhub.failure.InvalidInputException if it holds what no search can look for
     */
    public static SearchDraft read(SentJson sent) {
        return new SearchDraft(
                sent.text("name"),
                sent.maybeText("text"),
                FilterJson.read(sent.tree().path("filter")),
                sent.maybeText("alert").flatMap(Alert::ofCode).orElse(Alert.NONE));
    }

    public static void matches(JsonGenerator json, MatchPage page) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("matches");
        for (SearchMatch match : page.matches()) {
            write(json, match);
        }
        json.writeEndArray();
        text(json, "nextCursor", page.nextCursor());
        json.writeEndObject();
    }

    public static void write(JsonGenerator json, SearchMatch match) throws IOException {
        json.writeStartObject();
        json.writeStringField("search", match.search());
        json.writeStringField("name", match.name());
        json.writeStringField("ocid", match.ocid());
        text(json, "heading", match.heading());
        json.writeStringField("alert", match.alert().code());
        json.writeStringField("matchedAt", match.matchedAt().toString());
        json.writeEndObject();
    }
}
