package io.tenderhub.mongo;

import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A collection of documents of one form. One that is unreadable is as good as none. */
record StoredDocuments<T>(MongoCollection<Document> collection, DocumentForm<T> form, MongoCalls calls) {
    private static final Logger LOG = LoggerFactory.getLogger(StoredDocuments.class);
    private static final long ONE_DOCUMENT_SECONDS = 5;
    private static final int DUPLICATE_KEY = 11000;
    private static final InsertManyOptions EACH_ON_ITS_OWN = new InsertManyOptions().ordered(false);
    private static final int MOST_WAITING = 10_000;
    private static final List<Duration> PAUSES = List.of(Duration.ofMillis(200), Duration.ofSeconds(1));
    private static final Duration LAST_WORDS = Duration.ofMillis(1_500);

    /**
     * Inserts each on its own; what is there already stays as it is, and is no failure.
     *
     * @return how many were refused
     */
    int insertNew(List<T> batch) {
        List<Document> documents = batch.stream().map(form::write).toList();
        return calls.call(() -> {
            try {
                collection.insertMany(documents, EACH_ON_ITS_OWN);
                return 0;
            } catch (MongoBulkWriteException e) {
                if (e.getWriteConcernError() != null) {
                    throw e;
                }
                return Math.toIntExact(e.getWriteErrors().stream()
                        .filter(error -> error.getCode() != DUPLICATE_KEY)
                        .count());
            }
        });
    }

    /** Writes such documents behind the back of whoever hands them over. */
    BatchWriter<T> writer(String what) {
        return new BatchWriter<>(what, this::insertNew, MOST_WAITING, PAUSES, LAST_WORDS);
    }

    Optional<T> find(Bson filter) {
        // Somebody waits for it, who is better served without than late.
        MongoCollection<Document> soon = collection.withTimeout(ONE_DOCUMENT_SECONDS, TimeUnit.SECONDS);
        return Optional.ofNullable(calls.call(() -> soon.find(filter).first())).flatMap(this::read);
    }

    List<T> findAll(Bson filter) {
        return calls.call(() -> collection.find(filter).into(new ArrayList<>())).stream()
                .flatMap(document -> read(document).stream())
                .toList();
    }

    /** The first readable ones in this order. */
    List<T> first(Bson filter, Bson order, int limit) {
        if (limit <= 0) {
            return List.of();
        }
        return calls.call(() -> {
            List<T> found = new ArrayList<>();
            try (var cursor =
                    collection.find(filter).sort(order).batchSize(limit).iterator()) {
                while (found.size() < limit && cursor.hasNext()) {
                    read(cursor.next()).ifPresent(found::add);
                }
            }
            return List.copyOf(found);
        });
    }

    /** At most so many in the order of their ids, readable or not. */
    <V> List<V> inOrderOfIds(Bson filter, int limit, Function<T, V> readable, Function<String, V> unreadable) {
        return each(collection.find(filter).sort(ascending("_id")).limit(limit), readable, unreadable);
    }

    /** Each of them, readable or not. */
    <V> List<V> each(FindIterable<Document> found, Function<T, V> readable, Function<String, V> unreadable) {
        return calls.call(() -> found.into(new ArrayList<>())).stream()
                .map(document -> read(document)
                        .map(readable)
                        .orElseGet(() -> unreadable.apply(String.valueOf(document.get("_id")))))
                .toList();
    }

    long count(Bson filter) {
        return calls.call(() -> collection.countDocuments(filter));
    }

    /** @return how many were there */
    long delete(Bson filter) {
        return calls.call(() -> collection.deleteMany(filter).getDeletedCount());
    }

    Optional<T> read(Document document) {
        try {
            return Optional.of(form.read(Fields.of(document)));
        } catch (UnreadableDocumentException e) {
            LOG.warn(
                    "Document {} of {} is unreadable and treated as absent: {}",
                    document.get("_id"),
                    collection.getNamespace().getCollectionName(),
                    e.getMessage());
            return Optional.empty();
        }
    }
}
