package io.tenderhub.memory;

import io.tenderhub.alert.SavedSearch;
import io.tenderhub.alert.SavedSearchRepository;
import io.tenderhub.failure.ConflictException;
import io.tenderhub.team.TeamId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

final class MemorySavedSearches implements SavedSearchRepository {
    private static final Comparator<SavedSearch> MADE =
            Comparator.comparing(SavedSearch::createdAt).thenComparing(SavedSearch::id);

    private final TeamId team;
    private final Changes changes;

    MemorySavedSearches(TeamId team, Changes changes) {
        this.team = team;
        this.changes = changes;
    }

    @Override
    public List<SavedSearch> all() {
        return changes.team(team).matches.searches.values().stream()
                .sorted(MADE)
                .toList();
    }

    @Override
    public Optional<SavedSearch> find(String id) {
        return Optional.ofNullable(changes.team(team).matches.searches.get(id));
    }

    @Override
    public int count() {
        return changes.team(team).matches.searches.size();
    }

    @Override
    public void insert(SavedSearch search) {
        if (changes.changedTeam(team).matches.searches.putIfAbsent(search.id(), search) != null) {
            throw new ConflictException("there is a saved search " + search.id() + " already");
        }
    }

    @Override
    public boolean update(SavedSearch search) {
        Optional<SavedSearch> known = find(search.id());
        known.ifPresent(before -> changes.changedTeam(team)
                .matches
                .searches
                .put(
                        search.id(),
                        new SavedSearch(
                                search.id(), search.draft(), before.by(), before.createdAt(), search.newFrom())));
        return known.isPresent();
    }

    @Override
    public boolean remove(String id) {
        MatchRows rows = changes.changedTeam(team).matches;
        rows.found.remove(id);
        return rows.searches.remove(id) != null;
    }
}
