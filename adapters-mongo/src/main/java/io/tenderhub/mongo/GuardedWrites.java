package io.tenderhub.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static java.util.Objects.requireNonNull;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Writes documents so that a newer one is never replaced by an older one. */
final class GuardedWrites<T> {
    private static final int DUPLICATE_KEY = 11000;
    private static final String INDEX_OF_IDS = "index: _id_";
    private static final BulkWriteOptions EACH_ON_ITS_OWN = new BulkWriteOptions().ordered(false);

    private final StoredDocuments<T> documents;
    private final NewerDocuments newer;

    GuardedWrites(StoredDocuments<T> documents, NewerDocuments newer) {
        this.documents = documents;
        this.newer = newer;
    }

    /** @return how many were written; the others stood against a newer one */
    int saveAll(List<T> values) {
        Written first = write(values.stream().map(documents.form()::write).toList(), newer::unlessNewer, true);
        // The upsert of a document found none to replace, and its insert met one. That one is newer, unless another
        // writer put an older one there in between. It is there now, so a plain replacement decides.
        int second = write(first.refused(), newer::unlessNewer, false).count();
        return first.count() + second + (second < first.refused().size() ? replaceUnreadable(first.refused()) : 0);
    }

    /** What looks newer and is unreadable would otherwise stand until the next version. */
    private int replaceUnreadable(List<Document> refused) {
        Map<Object, Document> unreadable = new HashMap<>();
        List<Document> inTheWay = documents
                .calls()
                .call(() -> documents.collection().find(in("_id", ids(refused))).into(new ArrayList<>()));
        for (Document stored : inTheWay) {
            if (documents.read(stored).isEmpty()) {
                unreadable.put(stored.get("_id"), stored);
            }
        }
        List<Document> again = refused.stream()
                .filter(document -> unreadable.containsKey(document.get("_id")))
                .toList();
        return write(again, document -> newer.unchanged(requireNonNull(unreadable.get(document.get("_id")))), false)
                .count();
    }

    private static List<Object> ids(List<Document> refused) {
        return refused.stream().map(document -> document.get("_id")).toList();
    }

    private record Written(int count, List<Document> refused) {}

    private Written write(List<Document> written, Function<Document, Bson> replacing, boolean upsert) {
        if (written.isEmpty()) {
            return new Written(0, List.of());
        }
        ReplaceOptions options = new ReplaceOptions().upsert(upsert);
        List<ReplaceOneModel<Document>> replacements = written.stream()
                .map(document -> new ReplaceOneModel<>(replacing.apply(document), document, options))
                .toList();
        return documents.calls().call(() -> {
            try {
                return new Written(count(documents.collection().bulkWrite(replacements, EACH_ON_ITS_OWN)), List.of());
            } catch (MongoBulkWriteException e) {
                return new Written(count(e.getWriteResult()), refused(e, written));
            }
        });
    }

    private static int count(BulkWriteResult result) {
        return result.getMatchedCount() + result.getUpserts().size();
    }

    /**
     * Whether what is in the way is the stored form of the same document. Of two inserts in the same moment the later one may meet
     * the earlier in any unique index; a foreign document in the way is not a newer one.
     */
    private boolean isItself(BulkWriteError error, Document document) {
        return error.getMessage().contains(INDEX_OF_IDS)
                || documents.collection().countDocuments(eq("_id", document.get("_id"))) > 0;
    }

    private List<Document> refused(MongoBulkWriteException e, List<Document> written) {
        if (e.getWriteConcernError() != null) {
            throw e;
        }
        List<Document> refused = new ArrayList<>();
        for (BulkWriteError error : e.getWriteErrors()) {
            Document document = written.get(error.getIndex());
            if (error.getCode() != DUPLICATE_KEY || !isItself(error, document)) {
                throw documents.calls().refused("document " + document.get("_id") + ": " + error.getMessage(), e);
            }
            refused.add(document);
        }
        return refused;
    }
}
