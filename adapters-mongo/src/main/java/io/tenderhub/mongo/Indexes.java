package io.tenderhub.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bson.Document;

/** The indexes that the collections need. */
final class Indexes {
    private final MongoCollection<Document> summaries;
    private final MongoCollection<Document> scores;
    private final MongoCalls calls;

    /** @param keys fields in order, 1 ascending and -1 descending */
    private record Index(MongoCollection<Document> collection, Map<String, Integer> keys, boolean unique) {
        @Override
        public String toString() {
            String fields = keys.entrySet().stream()
                    .map(key -> key.getKey() + ":" + key.getValue())
                    .collect(Collectors.joining(", ", "{", "}"));
            return (unique ? "unique " : "") + fields + " on "
                    + collection.getNamespace().getCollectionName();
        }
    }

    Indexes(MongoCollection<Document> summaries, MongoCollection<Document> scores, MongoCalls calls) {
        this.summaries = summaries;
        this.scores = scores;
        this.calls = calls;
    }

    private List<Index> needed() {
        return List.of(
                // The oldest summaries, which are the first to be made again after a change of the model.
                new Index(summaries, keys("generatedAt", 1), false),
                new Index(scores, keys("teamId", 1, "score", -1, "generatedAt", -1), false),
                new Index(scores, keys("teamId", 1, "tenderId", 1), true),
                // The whole order of a team's best scores, so that many equal ones need no sorting.
                new Index(
                        scores,
                        keys("teamId", 1, "score", -1, "generatedAt", -1, "generatedAtNanos", -1, "tenderId", 1),
                        false));
    }

    private static Map<String, Integer> keys(Object... fieldsAndDirections) {
        Map<String, Integer> keys = new LinkedHashMap<>();
        for (int i = 0; i < fieldsAndDirections.length; i += 2) {
            keys.put((String) fieldsAndDirections[i], (Integer) fieldsAndDirections[i + 1]);
        }
        return keys;
    }

    void create() {
        for (Index index : needed()) {
            Document keys = new Document();
            keys.putAll(index.keys());
            calls.call(() -> index.collection().createIndex(keys, new IndexOptions().unique(index.unique())));
        }
    }

    void verify() {
        List<String> missing = new ArrayList<>();
        for (Index index : needed()) {
            if (!isThere(index)) {
                missing.add(index.toString());
            }
        }
        if (!missing.isEmpty()) {
            throw new IllegalStateException(calls.name() + " lacks the index " + String.join(", the index ", missing)
                    + "; create them with the migration");
        }
    }

    private boolean isThere(Index index) {
        List<Document> present =
                calls.call(() -> index.collection().listIndexes().into(new ArrayList<>()));
        return present.stream().anyMatch(document -> matches(index, document));
    }

    private static boolean matches(Index index, Document present) {
        if (!(present.get("key") instanceof Document key) || (index.unique() && !present.getBoolean("unique", false))) {
            return false;
        }
        // Servers tell directions as any kind of number; the order of the fields counts.
        List<String> told = key.entrySet().stream()
                .map(field -> field.getKey() + (field.getValue() instanceof Number n ? ":" + n.intValue() : ""))
                .toList();
        List<String> wanted = index.keys().entrySet().stream()
                .map(field -> field.getKey() + ":" + field.getValue())
                .toList();
        return told.equals(wanted);
    }
}
