package io.tenderhub.search;

import static java.util.Objects.requireNonNull;

import io.tenderhub.account.TokenMint;
import io.tenderhub.cache.Answer;
import io.tenderhub.cache.EmergencyCopies;
import io.tenderhub.failure.NotFoundException;
import io.tenderhub.team.TeamId;
import io.tenderhub.tender.TenderQuery;
import io.tenderhub.tender.TenderSort;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Answers searches of people and programs, each of which is logged; those that fail are not. */
public final class SearchDesk {
    private static final int ID_BYTES = 16;

    private final TenderSearch search;
    private final ReadinessRanking ranking;
    private final SearchLog log;
    private final TokenMint ids;
    private final Clock clock;

    public SearchDesk(TenderSearch search, ReadinessRanking ranking, SearchLog log, TokenMint ids, Clock clock) {
        this.search = requireNonNull(search);
        this.ranking = requireNonNull(ranking);
        this.log = requireNonNull(log);
        this.ids = requireNonNull(ids);
        this.clock = requireNonNull(clock);
    }

    /**
     * For whoever is not known; what was known last while the truth is away.
     *
     * @throws io.tenderhub.failure.InvalidInputException as {@link TenderSearch#search}
     * @throws io.tenderhub.failure.UnavailableException if the truth is away and nobody asked the same within the last day
     */
    public Answer<SearchAnswer> answer(TenderQuery query, boolean withFacets, EmergencyCopies copies) {
        Instant asked = clock.instant();
        Answer<Searched> answer = search.answer(query, copies);
        Optional<Facets> facets = withFacets ? search.facets(query, copies) : Optional.empty();
        return answer.map(searched -> {
            SearchId id = log(Optional.empty(), Optional.empty(), query, searched, asked);
            return new SearchAnswer(Optional.of(id), searched.page(), searched.didYouMean(), searched.groups(), facets);
        });
    }

    /**
     * For a team, also in the order of its scores.
     *
     * @param searcher named as in the audit trail
     * @throws io.tenderhub.failure.InvalidInputException as {@link TenderSearch#search}
     * @throws io.tenderhub.failure.UnavailableException if a store is away that is needed
     */
    public SearchAnswer answer(TeamId team, String searcher, TenderQuery query, boolean withFacets) {
        Instant asked = clock.instant();
        Searched searched = query.sort() == TenderSort.READINESS
                ? search.grouped(ranking.search(team, CanonicalQuery.of(query)))
                : search.answer(query);
        Optional<Facets> facets = withFacets ? Optional.of(search.facets(query)) : Optional.empty();
        SearchId id = log(Optional.of(team), Optional.of(searcher), query, searched, asked);
        return new SearchAnswer(Optional.of(id), searched.page(), searched.didYouMean(), searched.groups(), facets);
    }

    /**
     * Notes that a result was looked at.
     *
     * @param team whose search it was; empty for one of nobody known
     * @param position on the page, 1 for the first result
     * @throws io.tenderhub.failure.InvalidInputException if there can be no such result
     * @throws NotFoundException if there is no such search, or it is too long ago
     * @throws io.tenderhub.failure.UnavailableException if the log can't be reached
     */
    public void clicked(Optional<TeamId> team, SearchId id, String ocid, int position) {
        SearchClick click = new SearchClick(ocid, position, clock.instant());
        SearchLog.Searches searches = team.map(log::forTeam).orElseGet(log::forEverybody);
        if (!searches.click(id, click)) {
            throw new NotFoundException("search", id.value());
        }
    }

    private SearchId log(
            Optional<TeamId> team, Optional<String> searcher, TenderQuery query, Searched searched, Instant asked) {
        SearchId id = new SearchId(ids.id(ID_BYTES));
        Instant now = clock.instant();
        log.record(new LoggedSearch(
                id,
                team,
                searcher,
                query.text().flatMap(CanonicalText::plain).map(SearchDesk::cut),
                CanonicalQuery.of(query.filter()),
                query.mode(),
                query.sort(),
                query.cursor().isEmpty(),
                searched.page().hits().size(),
                searched.page().nextCursor().isPresent(),
                Math.max(0, Duration.between(asked, now).toMillis()),
                searched.cached(),
                now,
                List.of()));
        return id;
    }

    private static String cut(String text) {
        return text.length() <= LoggedSearch.LONGEST_TEXT ? text : text.substring(0, LoggedSearch.LONGEST_TEXT);
    }
}
