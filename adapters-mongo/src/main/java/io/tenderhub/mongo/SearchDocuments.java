package io.tenderhub.mongo;

import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.search.LoggedSearch;
import io.tenderhub.search.SearchClick;
import io.tenderhub.search.SearchId;
import io.tenderhub.team.TeamId;
import io.tenderhub.tender.SearchMode;
import io.tenderhub.tender.TenderSort;
import java.time.Instant;
import java.time.ZoneOffset;
import org.bson.Document;

/** The stored form of logged searches. What is summed up is kept as numbers, which every server adds. */
final class SearchDocuments implements DocumentForm<LoggedSearch> {
    static final String TEAM = "teamId";
    static final String AT = "at";
    static final String DAY = "day";
    static final String TEXT = "text";
    static final String FIRST_PAGE = "firstPage";
    static final String HITS = "hits";
    static final String EMPTY = "empty";
    static final String CACHED = "cached";
    static final String MILLIS = "millis";
    static final String CLICKS = "clicks";
    static final String CLICKED = "clicked";

    @Override
    public Document write(LoggedSearch search) {
        Document document = new Document("_id", search.id().value());
        search.team().ifPresent(team -> document.append(TEAM, team.value()));
        search.searcher().ifPresent(searcher -> document.append("searcher", searcher));
        search.text().ifPresent(text -> document.append(TEXT, text));
        document.append("filter", FilterDocuments.write(search.filter()))
                .append("mode", search.mode().name())
                .append("sort", search.sort().name())
                .append(FIRST_PAGE, search.firstPage())
                .append(HITS, search.hits())
                .append(EMPTY, number(search.hits() == 0))
                .append("more", search.more())
                .append(MILLIS, search.millis())
                .append(CACHED, number(search.cached()))
                .append(DAY, search.at().atOffset(ZoneOffset.UTC).toLocalDate().toString());
        StoredInstant.write(document, AT, search.at());
        return document.append(
                        CLICKS,
                        search.clicks().stream().map(SearchDocuments::click).toList())
                .append(CLICKED, number(!search.clicks().isEmpty()));
    }

    private static int number(boolean truth) {
        return truth ? 1 : 0;
    }

    static Document click(SearchClick click) {
        Document document = new Document("ocid", click.ocid()).append("position", click.position());
        StoredInstant.write(document, AT, click.at());
        return document;
    }

    @Override
    public LoggedSearch read(Fields fields) throws UnreadableDocumentException {
        try {
            return new LoggedSearch(
                    new SearchId(fields.text("_id")),
                    fields.optionalText(TEAM).map(TeamId::new),
                    fields.optionalText("searcher"),
                    fields.optionalText(TEXT),
                    FilterDocuments.read(fields.nested("filter")),
                    SearchMode.valueOf(fields.text("mode")),
                    TenderSort.valueOf(fields.text("sort")),
                    fields.truth(FIRST_PAGE),
                    fields.integer(HITS),
                    fields.truth("more"),
                    fields.whole(MILLIS),
                    fields.integer(CACHED) > 0,
                    at(fields),
                    fields.list(CLICKS, SearchDocuments::click));
        } catch (IllegalArgumentException | InvalidInputException e) {
            throw new UnreadableDocumentException(fields.path() + e.getMessage());
        }
    }

    private static SearchClick click(Fields fields) throws UnreadableDocumentException {
        return new SearchClick(fields.text("ocid"), fields.integer("position"), at(fields));
    }

    private static Instant at(Fields fields) throws UnreadableDocumentException {
        return StoredInstant.read(fields, AT);
    }
}
