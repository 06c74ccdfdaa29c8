package io.tenderhub.mongo;

import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.List;
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
    private final Function<Document, Bson> unlessNewer;
    private final MongoCalls calls;

    /** @param unlessNewer for a document to write: the filter that finds the stored one unless it is newer */
    GuardedCollection(
            MongoCollection<Document> collection,
            DocumentForm<T> form,
            Function<Document, Bson> unlessNewer,
            MongoCalls calls) {
        this.collection = collection;
        this.form = form;
        this.unlessNewer = unlessNewer;
        this.calls = calls;
    }

    /** @return how many were written; the others stood against a newer one */
    int saveAll(List<T> values) {
        List<Document> documents = values.stream().map(form::write).toList();
        Written first = write(documents, true);
        // The upsert of a document found none to replace, and its insert met one. That one is newer, unless another
        // writer put an older one there in between. It is there now, so a plain replacement decides.
        return first.count() + write(first.refused(), false).count();
    }

    private record Written(int count, List<Document> refused) {}

    private Written write(List<Document> documents, boolean upsert) {
        if (documents.isEmpty()) {
            return new Written(0, List.of());
        }
        ReplaceOptions options = new ReplaceOptions().upsert(upsert);
        List<ReplaceOneModel<Document>> replacements = documents.stream()
                .map(document -> new ReplaceOneModel<>(unlessNewer.apply(document), document, options))
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
