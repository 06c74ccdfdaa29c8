package io.tenderhub.lucene;

import io.tenderhub.semantic.IndexKind;
import io.tenderhub.semantic.IndexProgress;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a commit says of itself: what made the index, and how far it has come. */
record CommitData(String kind, IndexProgress progress) {
    /** Another number where documents are made in another way. */
    private static final String FORM = "lucene 1, ";

    private static final String KIND = "kind";
    private static final String UP_TO = "up-to";
    private static final String WALKED_TO = "walked-to";
    private static final String WALKED_AT = "walked-at";

    static CommitData of(IndexKind kind, IndexProgress progress) {
        return new CommitData(FORM + kind.id(), progress);
    }

    /** Empty if it is not one that {@link #map} gave. */
    static Optional<CommitData> read(Map<String, String> map) {
        String kind = map.get(KIND);
        if (kind == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new CommitData(
                    kind,
                    new IndexProgress(
                            instant(map.get(UP_TO)),
                            Optional.ofNullable(map.get(WALKED_TO)),
                            instant(map.get(WALKED_AT)))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    Map<String, String> map() {
        Map<String, String> map = new LinkedHashMap<>();
        map.put(KIND, kind);
        progress.upTo().ifPresent(at -> map.put(UP_TO, at.toString()));
        progress.walkedTo().ifPresent(ocid -> map.put(WALKED_TO, ocid));
        progress.walkedAt().ifPresent(at -> map.put(WALKED_AT, at.toString()));
        return map;
    }

    boolean isOf(IndexKind expected) {
        return kind.equals(FORM + expected.id());
    }

    private static Optional<Instant> instant(@Nullable String text) {
        return Optional.ofNullable(text).map(Instant::parse);
    }
}
