package io.tenderhub.mongo;

import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

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

    /** Names of the fields that {@link #isNewer} looks at. */
    List<String> fields() {
        return Stream.of(versions, fence, List.of(StoredInstant.DATE, StoredInstant.NANOS))
                .flatMap(List::stream)
                .toList();
    }

    boolean isNewer(Document stored, Document written) {
        boolean alike = true;
        for (String version : versions) {
            if (!(stored.get(version) instanceof Number its) || !(written.get(version) instanceof Number mine)) {
                return false;
            }
            if (its.longValue() > mine.longValue()) {
                return true;
            }
            alike &= its.longValue() == mine.longValue();
        }
        if (!alike) {
            return false;
        }
        for (String field : fence) {
            int compared = Long.compare(number(stored.get(field)), number(written.get(field)));
            if (compared != 0) {
                return compared > 0;
            }
        }
        return isLater(stored, written);
    }

    private static boolean isLater(Document stored, Document written) {
        if (!(stored.get(StoredInstant.DATE) instanceof Date its)
                || !(written.get(StoredInstant.DATE) instanceof Date mine)) {
            return false;
        }
        int compared = its.compareTo(mine);
        return compared > 0
                || compared == 0 && number(stored.get(StoredInstant.NANOS)) > number(written.get(StoredInstant.NANOS));
    }

    private static long number(@Nullable Object value) {
        return value instanceof Number number ? number.longValue() : 0;
    }
}
