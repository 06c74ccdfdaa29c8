package io.tenderhub.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.nor;
import static com.mongodb.client.model.Filters.or;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Which stored document is newer than one to write: one made from a newer version of something; or from the same versions
 * under a later lock; or from the same versions under the same lock at a later time. A document whose versions can't be
 * read is never newer, so that it gets replaced.
 *
 * @param versions names of fields, each of which makes a document newer by itself
 * @param fence the field with the number of the lock, at most one; a document without it was written under none
 */
record NewerDocuments(List<String> versions, List<String> fence) {

    static NewerDocuments byVersions(String... versions) {
        return new NewerDocuments(List.of(versions), List.of());
    }

    NewerDocuments thenByFence(String field) {
        return new NewerDocuments(versions, List.of(field));
    }

    /** Finds the stored document of the same id unless it is newer. */
    Bson unlessNewer(Document written) {
        List<Bson> newer = new ArrayList<>();
        List<Bson> alike = new ArrayList<>();
        for (String version : versions) {
            newer.add(gt(version, written.get(version)));
            alike.add(eq(version, written.get(version)));
        }
        for (String field : fence) {
            newer.add(and(with(alike, gt(field, written.get(field)))));
            alike.add(written.getLong(field) == 0 ? in(field, Arrays.asList(0L, null)) : eq(field, written.get(field)));
        }
        newer.add(and(with(alike, later(written))));
        return and(eq("_id", written.get("_id")), nor(newer));
    }

    /** Finds the stored document as long as it is this one. */
    Bson unchanged(Document stored) {
        return and(Stream.of(List.of("_id", StoredInstant.DATE, StoredInstant.NANOS), versions, fence)
                .flatMap(List::stream)
                .map(field -> eq(field, stored.get(field)))
                .toList());
    }

    private static Bson later(Document written) {
        return or(
                gt(StoredInstant.DATE, written.get(StoredInstant.DATE)),
                and(
                        eq(StoredInstant.DATE, written.get(StoredInstant.DATE)),
                        gt(StoredInstant.NANOS, written.get(StoredInstant.NANOS))));
    }

    private static List<Bson> with(List<Bson> conditions, Bson another) {
        return Stream.concat(conditions.stream(), Stream.of(another)).toList();
    }
}
