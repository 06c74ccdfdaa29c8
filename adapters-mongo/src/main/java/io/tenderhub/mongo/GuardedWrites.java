package io.tenderhub.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.fields;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.WriteModel;
import io.tenderhub.failure.ConflictException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * Writes documents so that a newer one is never replaced by an older one. Each document carries a revision, new with each write.
 * A write looks at what is stored, and replaces it only if it still has the revision that was seen and was not newer; whoever
 * was overtaken looks again.
 *
 * <p>The filter of a replacement has nothing but the id and the revision: every server finds it by an index, also one that
 * knows no other use of an index than to look up its very fields.
 */
final class GuardedWrites<T> {
    static final String REVISION = "revision";
    private static final int DUPLICATE_KEY = 11000;
    private static final int MOST_ROUNDS = 50;
    private static final BulkWriteOptions EACH_ON_ITS_OWN = new BulkWriteOptions().ordered(false);

    private final StoredDocuments<T> documents;
    private final NewerDocuments newer;

    GuardedWrites(StoredDocuments<T> documents, NewerDocuments newer) {
        this.documents = documents;
        this.newer = newer;
    }

    /**
     * @return how many were written; the others stood against a newer one
     * @throws ConflictException if others keep writing the same documents
     */
    int saveAll(List<T> values) {
        Map<Object, Document> open = new LinkedHashMap<>();
        for (T value : values) {
            Document document = documents.form().write(value).append(REVISION, new ObjectId());
            open.put(document.get("_id"), document);
        }
        int written = 0;
        for (int round = 0; !open.isEmpty(); round++) {
            if (round == MOST_ROUNDS) {
                throw new ConflictException("others kept writing the same documents; try again");
            }
            written += round(open);
        }
        return written;
    }

    /** Takes off what is written or stands against a newer one; says how many of them are written. */
    private int round(Map<Object, Document> open) {
        Map<Object, Document> stored = new HashMap<>();
        documents
                .calls()
                .call(() -> documents
                        .collection()
                        .find(in("_id", open.keySet()))
                        .projection(fields(include(newer.fields()), include(REVISION)))
                        .into(new ArrayList<>()))
                .forEach(document -> stored.put(document.get("_id"), document));
        int before = open.size();
        open.values()
                .removeIf(document -> Objects.equals(revision(stored.get(document.get("_id"))), revision(document)));
        int written = before - open.size();
        open.values().removeIf(document -> stands(stored.get(document.get("_id")), document));
        if (write(List.copyOf(open.values()), stored)) {
            written += open.size();
            open.clear();
        }
        return written;
    }

    private static @Nullable Object revision(@Nullable Document document) {
        return document == null ? null : document.get(REVISION);
    }

    /** What looks newer and is unreadable would otherwise stand until the next version. */
    private boolean stands(@Nullable Document stored, Document document) {
        return stored != null
                && newer.isNewer(stored, document)
                && documents.find(eq("_id", document.get("_id"))).isPresent();
    }

    /** Whether all of them are written; where not, a look at what is stored tells which. */
    private boolean write(List<Document> written, Map<Object, Document> stored) {
        if (written.isEmpty()) {
            return true;
        }
        List<WriteModel<Document>> writes = new ArrayList<>();
        for (Document document : written) {
            Document seen = stored.get(document.get("_id"));
            writes.add(
                    seen == null
                            ? new InsertOneModel<>(document)
                            : new ReplaceOneModel<>(
                                    new Document("_id", document.get("_id")).append(REVISION, revision(seen)),
                                    document));
        }
        return documents.calls().call(() -> {
            try {
                var result = documents.collection().bulkWrite(writes, EACH_ON_ITS_OWN);
                return result.getInsertedCount() + result.getMatchedCount() == written.size();
            } catch (MongoBulkWriteException e) {
                refuseUnlessOvertaken(e, written);
                return false;
            }
        });
    }

    /** A document that somebody else wrote first is looked at again; any other error is one that does not go away. */
    private void refuseUnlessOvertaken(MongoBulkWriteException e, List<Document> written) {
        if (e.getWriteConcernError() != null) {
            throw e;
        }
        for (BulkWriteError error : e.getWriteErrors()) {
            Document document = written.get(error.getIndex());
            if (error.getCode() != DUPLICATE_KEY || !isThere(document)) {
                throw documents.calls().refused("document " + document.get("_id") + ": " + error.getMessage(), e);
            }
        }
    }

    /** A duplicate in an index while there is no document of the id is a foreign document in the way. */
    private boolean isThere(Document document) {
        return documents.collection().countDocuments(new Document("_id", document.get("_id"))) > 0;
    }
}
