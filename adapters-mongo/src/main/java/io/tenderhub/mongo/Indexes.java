package io.tenderhub.mongo;

import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/** The indexes that the collections need. */
final class Indexes {
    private final List<Index> always;
    private final MongoCollection<Document> activities;
    private final ActivityRetention retention;
    private final MongoCalls calls;

    Indexes(HubCollections collections, ActivityRetention retention, Duration searchesAge, MongoCalls calls) {
        this.always = always(collections, searchesAge);
        this.activities = collections.activities();
        this.retention = retention;
        this.calls = calls;
    }

    private static List<Index> always(HubCollections in, Duration searchesAge) {
        return List.of(
                // What a guarded write looks up; see there.
                Index.of(in.summaries(), "_id", 1, GuardedWrites.REVISION, 1).onlyOnce(),
                Index.of(in.scores(), "_id", 1, GuardedWrites.REVISION, 1).onlyOnce(),
                // The oldest summaries, which are the first to be made again after a change of the model.
                Index.of(in.summaries(), "generatedAt", 1),
                Index.of(in.scores(), "teamId", 1, "score", -1, "generatedAt", -1),
                Index.of(in.scores(), "teamId", 1, "tenderId", 1).onlyOnce(),
                // The whole order of a team's best scores, so that many equal ones need no sorting.
                Index.of(
                        in.scores(),
                        "teamId",
                        1,
                        "score",
                        -1,
                        "generatedAt",
                        -1,
                        "generatedAtNanos",
                        -1,
                        "tenderId",
                        1),
                // Those of a team in the order that its searches may be shown in.
                Index.of(in.scores(), "teamId", 1, "score", -1, "tenderId", 1),
                // What a team searched lately, and what it comes to by days.
                Index.of(in.searches(), SearchDocuments.TEAM, 1, SearchDocuments.AT, -1),
                Index.of(in.searches(), SearchDocuments.TEAM, 1, SearchDocuments.DAY, 1),
                Index.of(in.searches(), SearchDocuments.AT, 1).expiringAfter(searchesAge),
                // The answers of a team that leaves.
                Index.of(in.cache(), MongoSecondLevel.TEAM, 1),
                // Each answer has its own time.
                Index.of(in.cache(), "expiresAt", 1).expiringAfter(Duration.ZERO));
    }

    private List<Index> needed() {
        List<Index> needed = new ArrayList<>(always);
        needed.addAll(retention.indexes(activities));
        return needed;
    }

    void create() {
        retention.create();
        for (Index index : needed()) {
            calls.call(index::create);
        }
    }

    void verify() {
        List<String> missing = new ArrayList<>();
        for (Index index : needed()) {
            if (!index.isAmong(calls.call(() -> index.collection().listIndexes().into(new ArrayList<>())))) {
                missing.add(index.toString());
            }
        }
        if (!missing.isEmpty()) {
            throw new IllegalStateException(calls.name() + " lacks the index " + String.join(", the index ", missing)
                    + "; create them with the migration");
        }
    }
}
