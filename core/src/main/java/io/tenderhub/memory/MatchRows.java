package io.tenderhub.memory;

import io.tenderhub.alert.Alert;
import io.tenderhub.alert.SavedSearch;
import io.tenderhub.memory.MemoryTruth.Row;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The searches of one team and what matched each of them, by the search's id and the ocid. */
final class MatchRows {
    final Map<String, SavedSearch> searches = new HashMap<>();
    final Map<String, Map<String, Found>> found = new HashMap<>();

    /**
     * @param alert empty where the tender was known before it could be news
     * @param sent whether it went into a digest
     */
    record Found(Optional<Alert> alert, Instant at, boolean sent) {
        boolean awaitsDigest() {
            return alert.equals(Optional.of(Alert.DAILY_DIGEST)) && !sent;
        }
    }

    MatchRows copy() {
        MatchRows copy = new MatchRows();
        copy.searches.putAll(searches);
        found.forEach((search, tenders) -> copy.found.put(search, new HashMap<>(tenders)));
        return copy;
    }

    void clear() {
        searches.clear();
        found.clear();
    }

    Map<String, Found> of(String search) {
        return found.computeIfAbsent(search, id -> new HashMap<>());
    }

    static boolean isOpen(Row row, Instant now) {
        return row.stored().tender().closesAt().map(now::isBefore).orElse(true);
    }
}
