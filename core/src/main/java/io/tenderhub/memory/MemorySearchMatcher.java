package io.tenderhub.memory;

import io.tenderhub.alert.Alert;
import io.tenderhub.alert.NewMatch;
import io.tenderhub.alert.SavedSearch;
import io.tenderhub.alert.SearchMatcher;
import io.tenderhub.memory.MatchRows.Found;
import io.tenderhub.memory.MemoryTruth.Row;
import io.tenderhub.team.TeamId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Looks at every search of every team for every tender. */
final class MemorySearchMatcher implements SearchMatcher {
    private final Changes changes;

    MemorySearchMatcher(Changes changes) {
        this.changes = changes;
    }

    @Override
    public List<NewMatch> record(Collection<String> ocids, Instant now) {
        List<Row> open = new TreeSet<>(ocids)
                .stream()
                        .flatMap(ocid -> changes.tender(ocid).stream())
                        .filter(row -> MatchRows.isOpen(row, now))
                        .toList();
        List<NewMatch> recorded = new ArrayList<>();
        for (TeamId team : changes.teamIds()) {
            for (SavedSearch search : changes.team(team).matches.searches.values()) {
                if (search.alert() != Alert.NONE) {
                    open.stream()
                            .filter(row -> isNews(search, row))
                            .forEach(row -> record(team, search, row, now).ifPresent(recorded::add));
                }
            }
        }
        return List.copyOf(recorded);
    }

    private static boolean isNews(SavedSearch search, Row row) {
        return search.newFrom()
                        .filter(from -> !row.stored().changedAt().isBefore(from))
                        .isPresent()
                && new FoundBy(search.text(), search.filter()).test(row);
    }

    private Optional<NewMatch> record(TeamId team, SavedSearch search, Row row, Instant now) {
        String ocid = row.stored().tender().ocid();
        Map<String, Found> known = changes.team(team).matches.found.getOrDefault(search.id(), Map.of());
        if (known.containsKey(ocid)) {
            return Optional.empty();
        }
        changes.changedTeam(team).matches.of(search.id()).put(ocid, new Found(Optional.of(search.alert()), now, false));
        return Optional.of(new NewMatch(team, search.id(), search.name(), ocid, search.alert()));
    }

    @Override
    public List<TeamId> awaitingDigest() {
        return changes.teamIds().stream()
                .filter(team -> changes.committedTeam(team).matches.found.values().stream()
                        .anyMatch(found -> found.values().stream().anyMatch(Found::awaitsDigest)))
                .toList();
    }
}
