package io.tenderhub.contract;

import io.tenderhub.search.LoggedSearch;
import io.tenderhub.search.SearchId;
import io.tenderhub.team.TeamId;
import io.tenderhub.tender.SearchMode;
import io.tenderhub.tender.TenderFilter;
import io.tenderhub.tender.TenderSort;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Searches to log. */
public final class SampleSearches {
    private SampleSearches() {}

    public static SearchId id(int number) {
        return new SearchId(String.format("%032x", number));
    }

    /** The first page of a search that took seven milliseconds and was not cached. */
    public static LoggedSearch search(int number, Optional<TeamId> team, String text, int hits, Instant at) {
        return new LoggedSearch(
                id(number),
                team,
                team.map(id -> "user:jo-" + id),
                Optional.of(text).filter(words -> !words.isEmpty()),
                TenderFilter.ALL,
                SearchMode.TEXT,
                TenderSort.RELEVANCE,
                true,
                hits,
                false,
                7,
                false,
                at,
                List.of());
    }
}
