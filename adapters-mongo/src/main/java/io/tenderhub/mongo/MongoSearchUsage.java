package io.tenderhub.mongo;

import static com.mongodb.client.model.Accumulators.sum;
import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Aggregates.limit;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Aggregates.sort;
import static com.mongodb.client.model.Aggregates.unwind;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Sorts.orderBy;

import com.mongodb.client.MongoCollection;
import io.tenderhub.search.PositionClicks;
import io.tenderhub.search.SearchDay;
import io.tenderhub.search.SearchUsage;
import io.tenderhub.search.SearchedText;
import io.tenderhub.team.TeamId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Aggregations of stages that every server has; each filter names the owner. */
record MongoSearchUsage(MongoCollection<Document> searches, MongoCalls calls) implements SearchUsage {
    private static final String NUMBER = "number";

    @Override
    public Usage forTeam(TeamId team) {
        return new Owned(eq(SearchDocuments.TEAM, team.value()));
    }

    @Override
    public Usage forEverybody() {
        // Nothing equals a field that is not there.
        return new Owned(eq(SearchDocuments.TEAM, null));
    }

    private List<Document> aggregate(List<Bson> stages) {
        return calls.call(() -> searches.aggregate(stages).into(new ArrayList<>()));
    }

    private static long whole(Document document, String name) {
        return document.get(name, Number.class).longValue();
    }

    private final class Owned implements Usage {
        private final Bson owner;

        private Owned(Bson owner) {
            this.owner = owner;
        }

        private Bson within(LocalDate from, LocalDate to) {
            return and(
                    owner,
                    gte(SearchDocuments.DAY, from.toString()),
                    lt(SearchDocuments.DAY, to.toString()),
                    eq(SearchDocuments.FIRST_PAGE, true));
        }

        @Override
        public List<SearchDay> days(LocalDate from, LocalDate to) {
            return aggregate(List.of(
                            match(within(from, to)),
                            group(
                                    "$" + SearchDocuments.DAY,
                                    sum(NUMBER, 1),
                                    sum(SearchDocuments.CACHED, "$" + SearchDocuments.CACHED),
                                    sum(SearchDocuments.EMPTY, "$" + SearchDocuments.EMPTY),
                                    sum(SearchDocuments.CLICKED, "$" + SearchDocuments.CLICKED),
                                    sum(SearchDocuments.MILLIS, "$" + SearchDocuments.MILLIS)),
                            sort(ascending("_id"))))
                    .stream()
                    .map(day -> new SearchDay(
                            LocalDate.parse(day.getString("_id")),
                            whole(day, NUMBER),
                            whole(day, SearchDocuments.CACHED),
                            whole(day, SearchDocuments.EMPTY),
                            whole(day, SearchDocuments.CLICKED),
                            whole(day, SearchDocuments.MILLIS)))
                    .toList();
        }

        @Override
        public List<SearchedText> topTexts(LocalDate from, LocalDate to, int limit) {
            return texts(within(from, to), limit);
        }

        @Override
        public List<SearchedText> textsWithoutHits(LocalDate from, LocalDate to, int limit) {
            return texts(and(within(from, to), eq(SearchDocuments.EMPTY, 1)), limit);
        }

        private List<SearchedText> texts(Bson which, int most) {
            return aggregate(List.of(
                            match(and(which, exists(SearchDocuments.TEXT))),
                            group(
                                    "$" + SearchDocuments.TEXT,
                                    sum(NUMBER, 1),
                                    sum(SearchDocuments.CLICKED, "$" + SearchDocuments.CLICKED)),
                            sort(orderBy(descending(NUMBER), ascending("_id"))),
                            limit(most)))
                    .stream()
                    .map(text -> new SearchedText(
                            text.getString("_id"), whole(text, NUMBER), whole(text, SearchDocuments.CLICKED)))
                    .toList();
        }

        @Override
        public List<PositionClicks> positions(LocalDate from, LocalDate to) {
            TreeMap<Long, Long> byHits =
                    counts(List.of(match(within(from, to)), group("$" + SearchDocuments.HITS, sum(NUMBER, 1))));
            Map<Long, Long> clicks = counts(List.of(
                    match(and(within(from, to), eq(SearchDocuments.CLICKED, 1))),
                    unwind("$" + SearchDocuments.CLICKS),
                    group("$" + SearchDocuments.CLICKS + ".position", sum(NUMBER, 1))));
            int last = byHits.isEmpty() ? 0 : Math.toIntExact(byHits.lastKey());
            return IntStream.rangeClosed(1, last)
                    .mapToObj(position -> new PositionClicks(
                            position,
                            byHits.tailMap((long) position).values().stream()
                                    .mapToLong(searches -> searches)
                                    .sum(),
                            clicks.getOrDefault((long) position, 0L)))
                    .toList();
        }

        private TreeMap<Long, Long> counts(List<Bson> stages) {
            TreeMap<Long, Long> counts = new TreeMap<>();
            aggregate(stages).forEach(group -> counts.put(whole(group, "_id"), whole(group, NUMBER)));
            return counts;
        }
    }
}
