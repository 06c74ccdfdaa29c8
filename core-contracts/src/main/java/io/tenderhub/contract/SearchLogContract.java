package io.tenderhub.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.cidb.CidbClass;
import io.tenderhub.search.LoggedSearch;
import io.tenderhub.search.SearchClick;
import io.tenderhub.search.SearchId;
import io.tenderhub.search.SearchLog;
import io.tenderhub.team.TeamId;
import io.tenderhub.tender.SearchMode;
import io.tenderhub.tender.TenderFilter;
import io.tenderhub.tender.TenderSort;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What {@link SearchLog} promises. */
public abstract class SearchLogContract {
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00.123456789Z");
    private static final TeamId ACME = new TeamId("acme");
    private static final TeamId OTHER = new TeamId("other");

    protected abstract SearchLog log();

    private static SearchId id(int number) {
        return SampleSearches.id(number);
    }

    private static LoggedSearch search(int number, Optional<TeamId> team, Instant at) {
        return SampleSearches.search(number, team, "school toilets", 3, at);
    }

    private static SearchClick click(String ocid, int position) {
        return new SearchClick(ocid, position, NOW.plusSeconds(position));
    }

    @Test
    void knowsNothingThatWasNotRecorded() {
        assertThat(log().forEverybody().latest(5)).isEmpty();
        assertThat(log().forTeam(ACME).find(id(1))).isEmpty();
        assertThat(log().forTeam(ACME).click(id(1), click("ocds-1", 1))).isFalse();
        assertThat(log().dropped()).isZero();
    }

    @Test
    void keepsEveryFieldOfASearch() {
        TenderFilter filter = new TenderFilter(
                Set.of("gauteng", "a.b$c"),
                Set.of("b"),
                Set.of("c"),
                Set.of("d"),
                Set.of("e"),
                Optional.of(NOW),
                Optional.of(NOW.plusSeconds(1)),
                Optional.of(Instant.MIN),
                Optional.of(Instant.MAX),
                Optional.of(new BigDecimal("1E+3")),
                Optional.of(new BigDecimal("12345678901234567890.12")),
                false,
                Optional.of(false),
                Optional.of(CidbClass.GB),
                Optional.of(5));
        LoggedSearch full = new LoggedSearch(
                id(1),
                Optional.of(ACME),
                Optional.of("user:jo-4f21"),
                Optional.of("\"school $toilets\" or -\u00e9"),
                filter,
                SearchMode.HYBRID,
                TenderSort.VALUE,
                true,
                20,
                true,
                Long.MAX_VALUE,
                true,
                NOW,
                List.of());
        LoggedSearch bare = new LoggedSearch(
                id(2),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                TenderFilter.ALL,
                SearchMode.TEXT,
                TenderSort.RELEVANCE,
                false,
                0,
                false,
                0,
                false,
                NOW,
                List.of());
        log().record(full);
        log().record(bare);

        assertThat(log().forTeam(ACME).find(id(1))).contains(full);
        assertThat(log().forEverybody().find(id(2))).contains(bare);
    }

    @Test
    void givesTheNewestFirst() {
        log().record(search(3, Optional.of(ACME), NOW));
        log().record(search(1, Optional.of(ACME), NOW));
        log().record(search(2, Optional.of(ACME), NOW.plusNanos(1)));
        log().record(search(4, Optional.of(ACME), NOW.minusSeconds(1)));

        assertThat(log().forTeam(ACME).latest(9))
                .extracting(LoggedSearch::id)
                .containsExactly(id(2), id(1), id(3), id(4));
        assertThat(log().forTeam(ACME).latest(1)).hasSize(1);
    }

    @Test
    void notesEachTenderOnceWithThePositionToldFirst() {
        log().record(search(1, Optional.of(ACME), NOW));

        assertThat(log().forTeam(ACME).click(id(1), click("ocds-2", 2))).isTrue();
        assertThat(log().forTeam(ACME).click(id(1), click("ocds-1", 1))).isTrue();
        assertThat(log().forTeam(ACME).click(id(1), click("ocds-2", 3))).isTrue();

        assertThat(log().forTeam(ACME).find(id(1)).orElseThrow().clicks())
                .containsExactly(click("ocds-2", 2), click("ocds-1", 1));
    }

    @Test
    void notesNoMoreThanSoManyClicks() {
        log().record(search(1, Optional.empty(), NOW));
        for (int n = 1; n <= LoggedSearch.MOST_CLICKS + 3; n++) {
            assertThat(log().forEverybody().click(id(1), click("ocds-" + n, n))).isTrue();
        }

        assertThat(log().forEverybody().find(id(1)).orElseThrow().clicks()).hasSize(LoggedSearch.MOST_CLICKS);
    }

    @Test
    void notesClicksOfManyAtOnce() throws Exception {
        log().record(search(1, Optional.of(ACME), NOW));

        Simultaneously.run(6, thread -> () -> log().forTeam(ACME).click(id(1), click("ocds-" + thread % 3, 1)));

        assertThat(log().forTeam(ACME).find(id(1)).orElseThrow().clicks())
                .extracting(SearchClick::ocid)
                .containsExactlyInAnyOrder("ocds-0", "ocds-1", "ocds-2");
    }

    @Test
    void aTeamReachesNothingOfAnotherNorThePublicOnes() {
        log().record(search(1, Optional.of(ACME), NOW));
        log().record(search(2, Optional.of(OTHER), NOW));
        log().record(search(3, Optional.empty(), NOW));

        assertThat(log().forTeam(ACME).latest(9)).extracting(LoggedSearch::id).containsExactly(id(1));
        assertThat(log().forEverybody().latest(9)).extracting(LoggedSearch::id).containsExactly(id(3));
        assertThat(log().forTeam(OTHER).find(id(1))).isEmpty();
        assertThat(log().forEverybody().find(id(1))).isEmpty();
        assertThat(log().forTeam(OTHER).click(id(1), click("ocds-1", 1))).isFalse();
        assertThat(log().forEverybody().click(id(1), click("ocds-1", 1))).isFalse();
        assertThat(log().forTeam(ACME).click(id(3), click("ocds-1", 1))).isFalse();
        assertThat(log().forTeam(ACME).find(id(1)).orElseThrow().clicks()).isEmpty();
    }

    @Test
    void keepsOnceWhatIsToldTwice() {
        LoggedSearch search = search(1, Optional.of(ACME), NOW);
        log().record(search);
        log().record(search);

        assertThat(log().forTeam(ACME).latest(9)).containsExactly(search);
        assertThat(log().dropped()).isZero();
    }

    @Test
    void keepsALargeNumber() {
        List<LoggedSearch> many = new ArrayList<>(IntStream.range(0, 1_234)
                .mapToObj(n -> search(n, Optional.empty(), NOW.minusSeconds(n)))
                .toList());
        many.forEach(log()::record);

        long guard = System.nanoTime()
                + Duration.ofSeconds(Simultaneously.GUARD_SECONDS).toNanos();
        List<LoggedSearch> latest = log().forEverybody().latest(2_000);
        while (latest.size() < many.size() && System.nanoTime() < guard) {
            latest = log().forEverybody().latest(2_000);
        }
        assertThat(latest).isEqualTo(many);
    }
}
