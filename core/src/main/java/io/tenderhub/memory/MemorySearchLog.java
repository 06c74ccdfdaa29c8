package io.tenderhub.memory;

import io.tenderhub.search.LoggedSearch;
import io.tenderhub.search.SearchClick;
import io.tenderhub.search.SearchId;
import io.tenderhub.search.SearchLog;
import io.tenderhub.search.SearchUsage;
import io.tenderhub.team.TeamId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps so many searches; the one that was told first goes first. */
final class MemorySearchLog implements SearchLog, SearchUsage {
    private static final int MOST_KEPT = 10_000;
    private static final Comparator<LoggedSearch> NEWEST_FIRST = Comparator.comparing(LoggedSearch::at)
            .reversed()
            .thenComparing(search -> search.id().value());

    private final Map<SearchId, LoggedSearch> searches = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<SearchId, LoggedSearch> eldest) {
            return size() > MOST_KEPT;
        }
    };

    @Override
    public synchronized void record(LoggedSearch search) {
        searches.putIfAbsent(search.id(), search);
    }

    @Override
    public long dropped() {
        return 0;
    }

    @Override
    public Owned forTeam(TeamId team) {
        return new Owned(Optional.of(team));
    }

    @Override
    public Owned forEverybody() {
        return new Owned(Optional.empty());
    }

    /** Those of the team before then. */
    synchronized void forget(TeamId team, Instant before) {
        searches.values()
                .removeIf(search ->
                        search.team().equals(Optional.of(team)) && search.at().isBefore(before));
    }

    private synchronized List<LoggedSearch> of(Optional<TeamId> team) {
        return searches.values().stream()
                .filter(search -> search.team().equals(team))
                .toList();
    }

    private synchronized boolean note(Optional<TeamId> team, SearchId id, SearchClick click) {
        LoggedSearch search = searches.get(id);
        if (search == null || !search.team().equals(team)) {
            return false;
        }
        if (search.clicks().size() < LoggedSearch.MOST_CLICKS
                && search.clicks().stream().noneMatch(known -> known.ocid().equals(click.ocid()))) {
            List<SearchClick> clicks = new ArrayList<>(search.clicks());
            clicks.add(click);
            searches.put(id, search.withClicks(clicks));
        }
        return true;
    }

    /** What belongs to one team, or to none. */
    final class Owned extends MemoryUsage implements Searches {
        private final Optional<TeamId> team;

        private Owned(Optional<TeamId> team) {
            super(() -> of(team));
            this.team = team;
        }

        @Override
        public Optional<LoggedSearch> find(SearchId id) {
            return of(team).stream().filter(search -> search.id().equals(id)).findFirst();
        }

        @Override
        public boolean click(SearchId id, SearchClick click) {
            return note(team, id, click);
        }

        @Override
        public List<LoggedSearch> latest(int limit) {
            return of(team).stream().sorted(NEWEST_FIRST).limit(limit).toList();
        }
    }
}
