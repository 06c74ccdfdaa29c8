package io.tenderhub.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.bson.Document;

/**
 * An index that a collection needs.
 *
 * @param keys fields in order, 1 ascending and -1 descending
 * @param expiry how long after its date a document is deleted by the server
 */
record Index(
        MongoCollection<Document> collection, Map<String, Integer> keys, boolean unique, Optional<Duration> expiry) {
    private static final String EXPIRY = "expireAfterSeconds";

    static Index of(MongoCollection<Document> collection, Object... fieldsAndDirections) {
        Map<String, Integer> keys = new LinkedHashMap<>();
        for (int i = 0; i < fieldsAndDirections.length; i += 2) {
            keys.put((String) fieldsAndDirections[i], (Integer) fieldsAndDirections[i + 1]);
        }
        return new Index(collection, keys, false, Optional.empty());
    }

    Index onlyOnce() {
        return new Index(collection, keys, true, expiry);
    }

    Index expiringAfter(Duration age) {
        return new Index(collection, keys, unique, Optional.of(age));
    }

    String create() {
        Document fields = new Document();
        fields.putAll(keys);
        IndexOptions options = new IndexOptions().unique(unique);
        expiry.ifPresent(age -> options.expireAfter(age.toSeconds(), TimeUnit.SECONDS));
        return collection.createIndex(fields, options);
    }

    boolean isAmong(List<Document> present) {
        return present.stream().anyMatch(this::isAs);
    }

    private boolean isAs(Document present) {
        if (!(present.get("key") instanceof Document key)
                || (unique && !present.getBoolean("unique", false))
                || (expiry.isPresent() && !present.containsKey(EXPIRY))) {
            return false;
        }
        // Servers tell directions as any kind of number; the order of the fields counts.
        List<String> told = key.entrySet().stream()
                .map(field -> field.getKey() + (field.getValue() instanceof Number n ? ":" + n.intValue() : ""))
                .toList();
        List<String> wanted = keys.entrySet().stream()
                .map(field -> field.getKey() + ":" + field.getValue())
                .toList();
        return told.equals(wanted);
    }

    @Override
    public String toString() {
        String fields = keys.entrySet().stream()
                .map(key -> key.getKey() + ":" + key.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
        return (unique ? "unique " : "") + (expiry.isPresent() ? "expiring " : "") + fields + " on "
                + collection.getNamespace().getCollectionName();
    }
}
