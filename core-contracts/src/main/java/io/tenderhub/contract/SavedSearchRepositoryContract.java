package io.tenderhub.contract;

import static io.tenderhub.contract.SampleTeams.ACME;
import static io.tenderhub.contract.SampleTeams.OTHER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenderhub.alert.Alert;
import io.tenderhub.alert.SavedSearch;
import io.tenderhub.alert.SavedSearchRepository;
import io.tenderhub.alert.SearchDraft;
import io.tenderhub.cidb.CidbClass;
import io.tenderhub.event.UnitOfWork;
import io.tenderhub.failure.ConflictException;
import io.tenderhub.team.TeamId;
import io.tenderhub.tender.TenderFilter;
import io.tenderhub.tender.TenderQuery;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link SavedSearchRepository} promises. */
public abstract class SavedSearchRepositoryContract {
    private static final SearchDraft SCHOOLS =
            new SearchDraft("Schools", Optional.of("school -paint"), TenderFilter.ALL, Alert.AT_ONCE);
    private static final SearchDraft EVERYTHING = new SearchDraft(
            "Everything at once: \"é\"",
            Optional.of("\"ablution facilities\" or toilets"),
            TenderQuery.builder()
                    .provinces(Set.of("Gauteng", "Kwa-Zulu {Natal}", "\"quoted\""))
                    .buyers(Set.of("Department of Health"))
                    .categories(Set.of("works"))
                    .statuses(Set.of("active"))
                    .methods(Set.of("open"))
                    .closingFrom(Instant.parse("2026-11-21T08:00:00.123456789Z"))
                    .closingTo(Instant.MAX)
                    .publishedFrom(Instant.MIN)
                    .publishedTo(Instant.parse("2027-11-21T08:00:00Z"))
                    .valueFrom(new BigDecimal("0.01"))
                    .valueTo(new BigDecimal("123456789012345678901234567890.12"))
                    .includeUndisclosed(false)
                    .compulsoryBriefing(true)
                    .cidbClass(CidbClass.GB)
                    .highestGrade(7)
                    .build()
                    .filter(),
            Alert.DAILY_DIGEST);

    /** The clock that the implementation under test is built with. */
    protected final MovableClock clock = new MovableClock(Instant.parse("2026-11-21T08:00:00Z"));

    protected abstract UnitOfWork unitOfWork();

    @BeforeEach
    void twoTeams() {
        SampleTeams.insert(unitOfWork(), ACME);
        SampleTeams.insert(unitOfWork(), OTHER);
    }

    private <T> T searches(TeamId team, Function<SavedSearchRepository, T> work) {
        return unitOfWork().<T>forTeam(team, transaction -> work.apply(transaction.savedSearches()));
    }

    private Optional<SavedSearch> find(TeamId team, String id) {
        return this.<Optional<SavedSearch>>searches(team, repository -> repository.find(id));
    }

    private boolean succeeds(TeamId team, Function<SavedSearchRepository, Boolean> work) {
        return searches(team, work);
    }

    private SavedSearch search(String id, SearchDraft draft) {
        return new SavedSearch(
                id,
                draft,
                "user:jo",
                clock.instant(),
                Optional.of(clock.instant()).filter(now -> draft.alert() != Alert.NONE));
    }

    private SavedSearch insert(TeamId team, SavedSearch search) {
        return searches(team, repository -> {
            repository.insert(search);
            return search;
        });
    }

    @Test
    void hasNoSearchesAtFirst() {
        assertThat(searches(ACME, SavedSearchRepository::all)).isEmpty();
        assertThat(searches(ACME, SavedSearchRepository::count)).isZero();
        assertThat(find(ACME, "one")).isEmpty();
        assertThat(find(ACME, "nul\0")).isEmpty();
        assertThat(succeeds(ACME, repository -> repository.remove("one"))).isFalse();
        assertThat(succeeds(ACME, repository -> repository.update(search("one", SCHOOLS))))
                .isFalse();
    }

    @Test
    void keepsEveryFieldOfASearch() {
        SavedSearch everything = insert(ACME, search("everything", EVERYTHING));
        SavedSearch nothing =
                insert(ACME, search("nothing", new SearchDraft("x", Optional.empty(), TenderFilter.ALL, Alert.NONE)));
        SavedSearch common = insert(
                ACME, search("common", new SearchDraft("x", Optional.of("the of"), TenderFilter.ALL, Alert.AT_ONCE)));

        assertThat(find(ACME, "everything")).contains(everything);
        assertThat(find(ACME, "nothing")).contains(nothing);
        assertThat(find(ACME, "common")).contains(common);
    }

    @Test
    void listsSearchesInTheOrderTheyWereMade() {
        SavedSearch first = insert(ACME, search("b", SCHOOLS));
        clock.advance(Duration.ofSeconds(1));
        SavedSearch second = insert(ACME, search("a", EVERYTHING));

        assertThat(searches(ACME, SavedSearchRepository::all)).containsExactly(first, second);
        assertThat(searches(ACME, SavedSearchRepository::count)).isEqualTo(2);
    }

    @Test
    void changesASearchButNotWhoMadeItAndWhen() {
        SavedSearch before = insert(ACME, search("one", EVERYTHING));
        clock.advance(Duration.ofSeconds(1));
        SavedSearch wanted = new SavedSearch("one", SCHOOLS, "user:mo", clock.instant(), Optional.of(clock.instant()));

        assertThat(succeeds(ACME, repository -> repository.update(wanted))).isTrue();

        assertThat(find(ACME, "one"))
                .contains(new SavedSearch("one", SCHOOLS, before.by(), before.createdAt(), wanted.newFrom()));
    }

    @Test
    void removesASearchOnce() throws Exception {
        insert(ACME, search("one", SCHOOLS));

        assertThat(Simultaneously.run(4, i -> () -> succeeds(ACME, repository -> repository.remove("one"))))
                .containsOnlyOnce(true);

        assertThat(searches(ACME, SavedSearchRepository::count)).isZero();
    }

    @Test
    void sharesIdsWithNoOtherTeam() {
        insert(OTHER, search("one", EVERYTHING));

        assertThat(find(ACME, "one")).isEmpty();
        assertThat(succeeds(ACME, repository -> repository.remove("one"))).isFalse();
        SavedSearch mine = insert(ACME, search("one", SCHOOLS));

        assertThat(find(ACME, "one")).contains(mine);
        assertThat(find(OTHER, "one")).map(SavedSearch::draft).contains(EVERYTHING);
    }

    @Test
    void takesAnIdOnce() {
        insert(ACME, search("one", SCHOOLS));

        assertThatThrownBy(() -> insert(ACME, search("one", EVERYTHING))).isInstanceOf(ConflictException.class);

        assertThat(find(ACME, "one")).map(SavedSearch::draft).contains(SCHOOLS);
    }

    @Test
    void goesWithItsTeam() {
        insert(ACME, search("one", SCHOOLS));

        unitOfWork().<Boolean>forTeam(ACME, transaction -> transaction.team().delete());
        SampleTeams.insert(unitOfWork(), ACME);

        assertThat(searches(ACME, SavedSearchRepository::all)).isEmpty();
    }
}
