package io.tenderhub.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Sorts.orderBy;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import io.tenderhub.search.LoggedSearch;
import io.tenderhub.search.SearchClick;
import io.tenderhub.search.SearchId;
import io.tenderhub.search.SearchLog;
import io.tenderhub.team.TeamId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Searches are written behind the back of whoever searches; clicks at once, when what was handed over before is written. */
final class MongoSearchLog implements SearchLog, AutoCloseable {
    /** How long somebody who asks for a search waits for those that are still to be written. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Bson NEWEST_FIRST =
            orderBy(descending(SearchDocuments.AT, SearchDocuments.AT + "Nanos"), ascending("_id"));

    private final StoredDocuments<LoggedSearch> searches;
    private final BatchWriter<LoggedSearch> writer;

    MongoSearchLog(MongoCollection<Document> collection, MongoCalls calls) {
        this.searches = new StoredDocuments<>(collection, new SearchDocuments(), calls);
        this.writer = searches.writer("searches");
    }

    @Override
    public void record(LoggedSearch search) {
        writer.add(List.of(search));
    }

    @Override
    public long dropped() {
        return writer.dropped();
    }

    @Override
    public Searches forTeam(TeamId team) {
        return new Owned(eq(SearchDocuments.TEAM, team.value()));
    }

    @Override
    public Searches forEverybody() {
        // Nothing equals a field that is not there.
        return new Owned(eq(SearchDocuments.TEAM, null));
    }

    /** For servers whose TTL indexes delete nothing. */
    long purge(Instant before) {
        return searches.delete(lt(SearchDocuments.AT, StoredInstant.date(before)));
    }

    @Override
    public void close() {
        writer.close();
    }

    /** Every filter names the owner. */
    private final class Owned implements Searches {
        private final Bson owner;

        private Owned(Bson owner) {
            this.owner = owner;
        }

        @Override
        public Optional<LoggedSearch> find(SearchId id) {
            writer.await(PATIENCE);
            return searches.find(at(id));
        }

        @Override
        public boolean click(SearchId id, SearchClick click) {
            writer.await(PATIENCE);
            Bson takesIt = and(
                    at(id),
                    ne(SearchDocuments.CLICKS + ".ocid", click.ocid()),
                    exists(SearchDocuments.CLICKS + "." + (LoggedSearch.MOST_CLICKS - 1), false));
            Bson note = combine(
                    push(SearchDocuments.CLICKS, SearchDocuments.click(click)), set(SearchDocuments.CLICKED, 1));
            // What is tried again after it was noted finds the tender among the clicks.
            return searches.calls()
                                    .call(() -> searches.collection()
                                            .updateOne(takesIt, note)
                                            .getMatchedCount())
                            > 0
                    || searches.count(at(id)) > 0;
        }

        private Bson at(SearchId id) {
            return and(eq("_id", id.value()), owner);
        }

        @Override
        public List<LoggedSearch> latest(int limit) {
            writer.await(PATIENCE);
            return searches.first(owner, NEWEST_FIRST, limit);
        }
    }
}
