package io.tenderhub.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.search.LoggedSearch;
import io.tenderhub.search.PositionClicks;
import io.tenderhub.search.SearchClick;
import io.tenderhub.search.SearchDay;
import io.tenderhub.search.SearchLog;
import io.tenderhub.search.SearchUsage;
import io.tenderhub.search.SearchUsage.Usage;
import io.tenderhub.search.SearchedText;
import io.tenderhub.team.TeamId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What {@link SearchUsage} promises. */
public abstract class SearchUsageContract {
    private static final LocalDate FIRST = LocalDate.parse("2026-11-20");
    private static final LocalDate SECOND = LocalDate.parse("2026-11-21");
    private static final LocalDate THIRD = LocalDate.parse("2026-11-22");
    private static final Optional<TeamId> ACME = Optional.of(new TeamId("acme"));
    private static final Optional<TeamId> PUBLIC = Optional.empty();

    private int number;

    protected abstract SearchUsage usage();

    protected abstract SearchLog log();

    private LoggedSearch search(Optional<TeamId> team, String text, int hits, String at) {
        LoggedSearch search = SampleSearches.search(++number, team, text, hits, Instant.parse(at));
        log().record(search);
        return search;
    }

    private void click(LoggedSearch search, String ocid, int position) {
        SearchClick click = new SearchClick(ocid, position, search.at().plusSeconds(5));
        assertThat(search.team()
                        .map(log()::forTeam)
                        .orElseGet(log()::forEverybody)
                        .click(search.id(), click))
                .isTrue();
    }

    /** Those that were handed over are written. */
    private Usage of(Optional<TeamId> team) {
        log().forEverybody().latest(1);
        return team.map(usage()::forTeam).orElseGet(usage()::forEverybody);
    }

    @Test
    void hasNothingToTellOfNoSearches() {
        assertThat(of(PUBLIC).days(FIRST, THIRD)).isEmpty();
        assertThat(of(ACME).topTexts(FIRST, THIRD, 5)).isEmpty();
        assertThat(of(ACME).textsWithoutHits(FIRST, THIRD, 5)).isEmpty();
        assertThat(of(ACME).positions(FIRST, THIRD)).isEmpty();
    }

    @Test
    void countsByDayOfOneOwner() {
        LoggedSearch clicked = search(ACME, "a", 3, "2026-11-20T00:00:00Z");
        click(clicked, "ocds-1", 1);
        click(clicked, "ocds-2", 2);
        search(ACME, "b", 0, "2026-11-20T23:59:59.999999999Z");
        log().record(cached(SampleSearches.search(100, ACME, "b", 2, Instant.parse("2026-11-21T00:00:00Z"))));
        search(ACME, "b", 1, "2026-11-22T00:00:00Z");
        search(PUBLIC, "b", 1, "2026-11-20T10:00:00Z");
        search(Optional.of(new TeamId("other")), "b", 1, "2026-11-20T10:00:00Z");

        assertThat(of(ACME).days(FIRST, THIRD))
                .containsExactly(new SearchDay(FIRST, 2, 0, 1, 1, 14), new SearchDay(SECOND, 1, 1, 0, 0, 7));
        assertThat(of(PUBLIC).days(FIRST, THIRD)).containsExactly(new SearchDay(FIRST, 1, 0, 0, 0, 7));
        assertThat(of(ACME).days(SECOND, SECOND)).isEmpty();
    }

    @Test
    void countsNoPageBehindTheFirst() {
        LoggedSearch first = search(ACME, "a", 3, "2026-11-20T08:00:00Z");
        LoggedSearch further = further(SampleSearches.search(100, ACME, "a", 0, first.at()));
        log().record(further);
        click(further, "ocds-1", 1);

        assertThat(of(ACME).days(FIRST, THIRD)).containsExactly(new SearchDay(FIRST, 1, 0, 0, 0, 7));
        assertThat(of(ACME).topTexts(FIRST, THIRD, 5)).containsExactly(new SearchedText("a", 1, 0));
        assertThat(of(ACME).textsWithoutHits(FIRST, THIRD, 5)).isEmpty();
        assertThat(of(ACME).positions(FIRST, THIRD)).hasSize(3).allMatch(position -> position.clicks() == 0);
    }

    @Test
    void tellsTheTextsThatWereSearchedMostAndThoseThatFoundNothing() {
        search(PUBLIC, "roads", 3, "2026-11-20T08:00:00Z");
        click(search(PUBLIC, "water", 3, "2026-11-20T08:00:00Z"), "ocds-1", 1);
        search(PUBLIC, "water", 0, "2026-11-21T08:00:00Z");
        search(PUBLIC, "bridges", 0, "2026-11-21T08:00:00Z");
        search(PUBLIC, "", 0, "2026-11-21T08:00:00Z");
        search(PUBLIC, "later", 0, "2026-11-22T08:00:00Z");
        search(ACME, "ours", 0, "2026-11-21T08:00:00Z");

        assertThat(of(PUBLIC).topTexts(FIRST, THIRD, 5))
                .containsExactly(
                        new SearchedText("water", 2, 1),
                        new SearchedText("bridges", 1, 0),
                        new SearchedText("roads", 1, 0));
        assertThat(of(PUBLIC).topTexts(FIRST, THIRD, 1)).containsExactly(new SearchedText("water", 2, 1));
        assertThat(of(PUBLIC).textsWithoutHits(FIRST, THIRD, 5))
                .containsExactly(new SearchedText("bridges", 1, 0), new SearchedText("water", 1, 0));
    }

    @Test
    void tellsHowOftenWhatStoodAtAPositionWasLookedAt() {
        LoggedSearch three = search(ACME, "a", 3, "2026-11-20T08:00:00Z");
        click(three, "ocds-1", 1);
        click(three, "ocds-3", 3);
        click(search(ACME, "b", 1, "2026-11-21T08:00:00Z"), "ocds-1", 1);
        search(ACME, "c", 0, "2026-11-21T08:00:00Z");
        search(PUBLIC, "c", 5, "2026-11-21T08:00:00Z");

        assertThat(of(ACME).positions(FIRST, THIRD))
                .isEqualTo(
                        List.of(new PositionClicks(1, 2, 2), new PositionClicks(2, 1, 0), new PositionClicks(3, 1, 1)));
    }

    private static LoggedSearch cached(LoggedSearch search) {
        return copy(search, search.firstPage(), true);
    }

    private static LoggedSearch further(LoggedSearch search) {
        return copy(search, false, search.cached());
    }

    private static LoggedSearch copy(LoggedSearch search, boolean firstPage, boolean cached) {
        return new LoggedSearch(
                search.id(),
                search.team(),
                search.searcher(),
                search.text(),
                search.filter(),
                search.mode(),
                search.sort(),
                firstPage,
                search.hits(),
                search.more(),
                search.millis(),
                cached,
                search.at(),
                search.clicks());
    }
}
