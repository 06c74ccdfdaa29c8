package io.tenderhub.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.nor;
import static com.mongodb.client.model.Filters.or;

import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Which stored document is newer than one to write: one made from a newer version of something, or from the same
 * versions at a later time. A document whose versions can't be read is never newer, so that it gets replaced.
 */
final class NewerDocuments {
    private NewerDocuments() {}

    /** Finds the stored document of the same id unless it is newer. */
    static Bson unlessNewer(Document written, List<String> versions) {
        List<Bson> newer = new ArrayList<>();
        List<Bson> sameVersionsLater = new ArrayList<>();
        for (String version : versions) {
            newer.add(gt(version, written.get(version)));
            sameVersionsLater.add(eq(version, written.get(version)));
        }
        sameVersionsLater.add(or(
                gt(StoredInstant.DATE, written.get(StoredInstant.DATE)),
                and(
                        eq(StoredInstant.DATE, written.get(StoredInstant.DATE)),
                        gt(StoredInstant.NANOS, written.get(StoredInstant.NANOS)))));
        newer.add(and(sameVersionsLater));
        return and(eq("_id", written.get("_id")), nor(newer));
    }
}
