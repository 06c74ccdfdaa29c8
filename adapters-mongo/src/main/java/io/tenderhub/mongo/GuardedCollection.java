package io.tenderhub.mongo;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.ascending;
import static java.util.Objects.requireNonNull;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A collection in which a newer document is never replaced by an older one, and an unreadable one is as good as none. */
final class GuardedCollection<T> {
    private static final Logger LOG = LoggerFactory.getLogger(GuardedCollection.class);
    private static final int DUPLICATE_KEY = 11000;
    private static final String INDEX_OF_IDS = "index: _id_";
    private static final BulkWriteOptions EACH_ON_ITS_OWN = new BulkWriteOptions().ordered(false);

    private final MongoCollection<Document> collection;
    private final DocumentForm<T> form;
    private final NewerDocuments newer;
    private final MongoCalls calls;

    GuardedCollection(
            MongoCollection<Document> collection, DocumentForm<T> form, NewerDocuments newer, MongoCalls calls) {
        this.collection = collection;
        this.form = form;
        this.newer = newer;
        this.calls = calls;
    }

    /** @return how many were written; the others stood against a newer one */
    int saveAll(List<T> values) {
        List<Document> documents = values.stream().map(form::write).toList();
        Written first = write(documents, newer::unlessNewer, true);
        // The upsert of a document found none to replace, and its insert met one. That one is newer, unless another
        // writer put an older one there in between. It is there now, so a plain replacement decides.
        int second = write(first.refused(), newer::unlessNewer, false).count();
        return first.count() + second + (second < first.refused().size() ? replaceUnreadable(first.refused()) : 0);
    }

    /** What looks newer and is unreadable would otherwise stand until the next version. */
    private int replaceUnreadable(List<Document> refused) {
        Map<Object, Document> unreadable = new HashMap<>();
        for (Document stored :
                calls.call(() -> collection.find(in("_id", ids(refused))).into(new ArrayList<>()))) {
            if (read(stored).isEmpty()) {
                unreadable.put(stored.get("_id"), stored);
            }
        }
        List<Document> again = refused.stream()
                .filter(document -> unreadable.containsKey(document.get("_id")))
                .toList();
        return write(again, document -> newer.unchanged(requireNonNull(unreadable.get(document.get("_id")))), false)
                .count();
    }

    private static List<Object> ids(List<Document> documents) {
        return documents.stream().map(document -> document.get("_id")).toList();
    }

    private record Written(int count, List<Document> refused) {}

    private Written write(List<Document> documents, Function<Document, Bson> replacing, boolean upsert) {
        if (documents.isEmpty()) {
            return new Written(0, List.of());
        }
        ReplaceOptions options = new ReplaceOptions().upsert(upsert);
        List<ReplaceOneModel<Document>> replacements = documents.stream()
                .map(document -> new ReplaceOneModel<>(replacing.apply(document), document, options))
                .toList();
        return calls.call(() -> {
            try {
                return new Written(count(collection.bulkWrite(replacements, EACH_ON_ITS_OWN)), List.of());
            } catch (MongoBulkWriteException e) {
                return new Written(count(e.getWriteResult()), refused(e, documents));
            }
        });
    }

    private static int count(BulkWriteResult result) {
        return result.getMatchedCount() + result.getUpserts().size();
    }

    private List<Document> refused(MongoBulkWriteException e, List<Document> documents) {
        if (e.getWriteConcernError() != null) {
            throw calls.refused(e.getWriteConcernError().getMessage(), e);
        }
        List<Document> refused = new ArrayList<>();
        for (BulkWriteError error : e.getWriteErrors()) {
            Document document = documents.get(error.getIndex());
            // A duplicate in any other index is a foreign document in the way, which is not a newer one.
            if (error.getCode() != DUPLICATE_KEY || !error.getMessage().contains(INDEX_OF_IDS)) {
                throw calls.refused("document " + document.get("_id") + ": " + error.getMessage(), e);
            }
            refused.add(document);
        }
        return refused;
    }

    Optional<T> find(Bson filter) {
        return Optional.ofNullable(calls.call(() -> collection.find(filter).first()))
                .flatMap(this::read);
    }

    List<T> findAll(Bson filter) {
        return calls.call(() -> collection.find(filter).into(new ArrayList<>())).stream()
                .flatMap(document -> read(document).stream())
                .toList();
    }

    /** The first readable ones in this order. */
    List<T> first(Bson filter, Bson order, int limit) {
        List<T> found = new ArrayList<>();
        if (limit <= 0) {
            return found;
        }
        return calls.call(() -> {
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
        List<Document> page = calls.call(() ->
                collection.find(filter).sort(ascending("_id")).limit(limit).into(new ArrayList<>()));
        return page.stream()
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

    private Optional<T> read(Document document) {
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
