package io.tenderhub.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadPreference;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reports by their ids, each replaced by later ones only. They are read from a secondary where there is one: they are as of the
 * night anyway.
 */
final class LatestReports {
    private static final Logger LOG = LoggerFactory.getLogger(LatestReports.class);
    private static final String COMPUTED = "computedAt";
    private static final String KIND = "kind";

    private final MongoCollection<Document> collection;
    private final MongoCollection<Document> copies;
    private final MongoCalls calls;

    LatestReports(MongoCollection<Document> collection, MongoCalls calls) {
        this.collection = collection;
        this.copies = collection.withReadPreference(ReadPreference.secondaryPreferred());
        this.calls = calls;
    }

    void save(String id, String kind, Document report, Instant computedAt) {
        Document document = new Document("_id", id).append(KIND, kind);
        document.putAll(report);
        StoredInstant.write(document, COMPUTED, computedAt);
        calls.call(() -> {
            try {
                return collection
                        .replaceOne(
                                and(eq("_id", id), lte(COMPUTED, document.get(COMPUTED))),
                                document,
                                new ReplaceOptions().upsert(true))
                        .wasAcknowledged();
            } catch (MongoWriteException e) {
                // There is one that the filter left out: a later one, which stays.
                if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                    return true;
                }
                throw e;
            }
        });
    }

    /** Empty, with a line in the log, if it does not have the form: it can be made again. */
    <T> Optional<T> latest(String id, Fields.Reader<T> reader) {
        Optional<Document> found =
                calls.call(() -> Optional.ofNullable(copies.find(eq("_id", id)).first()));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(reader.read(Fields.of(found.get())));
        } catch (UnreadableDocumentException | IllegalArgumentException e) {
            LOG.warn("the report {} can't be read and is left out: {}", id, e.getMessage());
            return Optional.empty();
        }
    }

    static Instant computedAt(Fields report) throws UnreadableDocumentException {
        return StoredInstant.read(report, COMPUTED);
    }

    /** What the reports of a kind have in a field. */
    List<String> texts(String kind, String field) {
        return calls.call(() ->
                copies.find(eq(KIND, kind)).projection(Projections.include(field)).into(new ArrayList<>()).stream()
                        .map(document -> String.valueOf(document.get(field)))
                        .toList());
    }
}
