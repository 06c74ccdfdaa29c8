package io.tenderhub.search;

import static java.util.Objects.requireNonNull;

import io.tenderhub.team.TeamId;
import io.tenderhub.tender.SearchMode;
import io.tenderhub.tender.TenderFilter;
import io.tenderhub.tender.TenderSort;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A search that was answered: one page of it.
 *
 * @param team for which it was; empty for what anybody may search
 * @param searcher the user or API key, named as in the audit trail; empty where nobody knows
 * @param text in lower case, with single blanks, cut after {@link #LONGEST_TEXT} characters
 * @param filter in canonical form
 * @param firstPage false for a page that was asked for by a cursor
 * @param hits how many results were on the page
 * @param more whether there is a page behind it
 * @param millis until the answer was there
 * @param cached whether the page came from a cache
 * @param clicks in the order they were told, at most {@link #MOST_CLICKS}
 */
public record LoggedSearch(
        SearchId id,
        Optional<TeamId> team,
        Optional<String> searcher,
        Optional<String> text,
        TenderFilter filter,
        SearchMode mode,
        TenderSort sort,
        boolean firstPage,
        int hits,
        boolean more,
        long millis,
        boolean cached,
        Instant at,
        List<SearchClick> clicks) {
    public static final int LONGEST_TEXT = 500;
    public static final int MOST_CLICKS = 50;

    public LoggedSearch {
        requireNonNull(id);
        requireNonNull(team);
        requireNonNull(searcher);
        requireNonNull(text);
        requireNonNull(filter);
        requireNonNull(mode);
        requireNonNull(sort);
        requireNonNull(at);
        clicks = List.copyOf(clicks);
    }

    /** The same with other clicks. */
    public LoggedSearch withClicks(List<SearchClick> others) {
        return new LoggedSearch(
                id, team, searcher, text, filter, mode, sort, firstPage, hits, more, millis, cached, at, others);
    }
}
