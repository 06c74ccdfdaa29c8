package io.tenderhub.mongo;

import static com.mongodb.client.model.Filters.lt;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.CreateCollectionOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the log of activities stays small: a capped collection, where the server has such, is bounded in bytes; a plain one
 * loses what is older than an age.
 *
 * @param bytes of a capped collection
 * @param age of the oldest activity in a plain one
 */
record ActivityRetention(MongoDatabase database, String name, long bytes, Duration age, MongoCalls calls) {
    private static final Logger LOG = LoggerFactory.getLogger(ActivityRetention.class);
    private static final int ALREADY_THERE = 48;
    /** A server that forbids or can't do it now has said nothing of whether it knows capped collections. */
    private static final Set<Integer> NOT_ALLOWED = Set.of(13, 18);

    /** Creates the collection unless it is there; the server is asked for a capped one, and a refusal decides. */
    void create() {
        calls.call(() -> {
            try {
                database.createCollection(
                        name, new CreateCollectionOptions().capped(true).sizeInBytes(bytes));
            } catch (MongoCommandException e) {
                if (NOT_ALLOWED.contains(e.getErrorCode())) {
                    throw e;
                }
                if (e.getErrorCode() != ALREADY_THERE) {
                    LOG.info("{} has no capped collections; {} is kept by age", calls.name(), name);
                }
            }
            return name;
        });
    }

    List<Index> indexes(MongoCollection<Document> collection) {
        List<Index> indexes = new ArrayList<>();
        indexes.add(Index.of(collection, "teamId", 1, "at", -1, "atNanos", -1, "_id", 1));
        if (!isCapped()) {
            indexes.add(Index.of(collection, "at", 1).expiringAfter(age));
        }
        return indexes;
    }

    private boolean isCapped() {
        return calls.call(() -> database.listCollections().into(new ArrayList<>())).stream()
                .filter(collection -> name.equals(collection.getString("name")))
                .flatMap(collection -> Optional.ofNullable(collection.get("options", Document.class)).stream())
                .anyMatch(options -> options.getBoolean("capped", false));
    }

    /** For servers whose TTL indexes delete nothing. */
    long purge(MongoCollection<Document> collection, Instant now) {
        return isCapped()
                ? 0
                : calls.call(() -> collection
                        .deleteMany(lt("at", Date.from(now.minus(age))))
                        .getDeletedCount());
    }
}
