package io.tenderhub.memory;

import io.tenderhub.alert.DigestContents;
import io.tenderhub.alert.MatchCursor;
import io.tenderhub.alert.MatchQuery;
import io.tenderhub.alert.SavedSearch;
import io.tenderhub.alert.SearchMatch;
import io.tenderhub.alert.SearchMatchRepository;
import io.tenderhub.memory.MatchRows.Found;
import io.tenderhub.memory.MemoryTruth.Row;
import io.tenderhub.team.TeamId;
import io.tenderhub.tender.OcidOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

final class MemorySearchMatches implements SearchMatchRepository {
    private static final Comparator<MatchCursor> LATEST = Comparator.comparing(
                    MatchCursor::matchedAt, Comparator.reverseOrder())
            .thenComparing(MatchCursor::search)
            .thenComparing(MatchCursor::ocid, OcidOrder.INSTANCE);

    private final TeamId team;
    private final Changes changes;

    MemorySearchMatches(TeamId team, Changes changes) {
        this.team = team;
        this.changes = changes;
    }

    @Override
    public void know(SavedSearch search, Instant now) {
        Map<String, Found> found = changes.changedTeam(team).matches.of(search.id());
        found.values().removeIf(tender -> tender.alert().isEmpty());
        FoundBy finds = new FoundBy(search.text(), search.filter());
        changes.committedTenders().stream()
                .filter(row -> MatchRows.isOpen(row, now) && finds.test(row))
                .sorted(Comparator.comparing((Row row) -> row.stored().changedAt())
                        .reversed())
                .limit(MOST_KNOWN)
                .forEach(row ->
                        found.putIfAbsent(row.stored().tender().ocid(), new Found(Optional.empty(), now, false)));
    }

    @Override
    public List<SearchMatch> latest(MatchQuery query, Optional<MatchCursor> after, int limit) {
        return changes.team(team).matches.searches.values().stream()
                .filter(search ->
                        query.search().isEmpty() || query.search().get().equals(search.id()))
                .flatMap(this::of)
                .filter(match -> query.since().isEmpty()
                        || !match.matchedAt().isBefore(query.since().get()))
                .filter(match -> after.isEmpty() || LATEST.compare(place(match), after.get()) > 0)
                .sorted(Comparator.comparing(MemorySearchMatches::place, LATEST))
                .limit(limit)
                .toList();
    }

    private Stream<SearchMatch> of(SavedSearch search) {
        return changes.team(team).matches.found.getOrDefault(search.id(), Map.of()).entrySet().stream()
                .flatMap(entry -> entry.getValue().alert().stream()
                        .map(alert -> new SearchMatch(
                                search.id(),
                                search.name(),
                                entry.getKey(),
                                changes.committedTender(entry.getKey())
                                        .map(row -> row.stored().tender().heading()),
                                alert,
                                entry.getValue().at())));
    }

    private static MatchCursor place(SearchMatch match) {
        return new MatchCursor(match.matchedAt(), match.search(), match.ocid());
    }

    @Override
    public Optional<DigestContents> takeForDigest(Instant now) {
        List<Instant> taken = new ArrayList<>();
        int searches = 0;
        for (Map<String, Found> found : changes.changedTeam(team).matches.found.values()) {
            List<Instant> waiting = found.values().stream()
                    .filter(Found::awaitsDigest)
                    .map(Found::at)
                    .toList();
            found.replaceAll(
                    (ocid, tender) -> tender.awaitsDigest() ? new Found(tender.alert(), tender.at(), true) : tender);
            taken.addAll(waiting);
            searches += waiting.isEmpty() ? 0 : 1;
        }
        int searched = searches;
        return taken.stream()
                .min(Comparator.naturalOrder())
                .map(since -> new DigestContents(taken.size(), searched, since));
    }
}
