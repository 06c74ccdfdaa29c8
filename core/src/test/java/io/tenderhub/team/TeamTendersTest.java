package io.tenderhub.team;

import static io.tenderhub.team.TeamStand.ACME;
import static io.tenderhub.team.TeamStand.OTHER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tenderhub.account.TokenMint;
import io.tenderhub.details.TenderDetails;
import io.tenderhub.details.TenderLookup;
import io.tenderhub.duplicate.Duplicates;
import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.failure.NotAllowedException;
import io.tenderhub.failure.NotFoundException;
import io.tenderhub.failure.QuotaExceededException;
import io.tenderhub.failure.UnavailableException;
import io.tenderhub.quota.QuotaUse;
import io.tenderhub.quota.Quotas;
import io.tenderhub.quota.WithoutCount;
import io.tenderhub.readiness.ReadinessScore;
import io.tenderhub.readiness.Recommendation;
import io.tenderhub.readiness.StoredScore;
import io.tenderhub.search.ReadinessRanking;
import io.tenderhub.search.SearchDesk;
import io.tenderhub.search.SearchId;
import io.tenderhub.search.TenderSearch;
import io.tenderhub.summary.Digest;
import io.tenderhub.summary.Facts;
import io.tenderhub.summary.StoredSummary;
import io.tenderhub.summary.TenderSummary;
import io.tenderhub.tender.Tender;
import io.tenderhub.tender.TenderQuery;
import io.tenderhub.tender.TenderSort;
import io.tenderhub.tender.TenderToStore;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TeamTendersTest {
    private static final TenderQuery ALL = TenderQuery.builder().limit(1).build();

    private final TeamStand stand = new TeamStand();
    private final List<UnavailableException> journal = new ArrayList<>();
    private final TeamTenders tenders = tenders(stand.hub.quotas(), WithoutCount.refuse(journal::add));
    private final Actor free = stand.team(ACME, "free", stand.user("jo"));
    private final Actor basic = stand.team(OTHER, "basic", stand.user("mo"));

    private TeamTenders tenders(Quotas quotas, WithoutCount whenAway) {
        return new TeamTenders(
                stand.hub.unitOfWork(),
                stand.plans,
                desk(),
                new TenderLookup(
                        stand.hub.tenderCatalog(), stand.hub.summaries(), stand.hub.scores(), stand.hub.cache()),
                quotas,
                whenAway);
    }

    private SearchDesk desk() {
        return new SearchDesk(
                new TenderSearch(
                        stand.hub.tenderCatalog(),
                        stand.hub.facetCatalog(),
                        stand.hub.vocabulary(),
                        Optional.empty(),
                        new Duplicates(stand.hub.tenderCatalog(), stand.hub.fingerprints()),
                        stand.hub.cache()),
                new ReadinessRanking(stand.hub.tenderMatches(), stand.hub.tenderCatalog(), stand.hub.scores()),
                stand.hub.searchLog(),
                new TokenMint(new SecureRandom()),
                stand.clock);
    }

    private void store(String ocid) {
        Tender tender = Tender.builder(ocid, Instant.EPOCH).build();
        stand.hub
                .unitOfWork()
                .forSystem(transaction -> transaction.tenders().saveAll(List.of(new TenderToStore(tender, Set.of()))));
        Facts nothing = new Facts(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        TenderSummary summary = new TenderSummary(new Digest("In short.", List.of(), "test"), nothing);
        stand.hub.summaries().saveAll(List.of(new StoredSummary(ocid, 1, summary, Instant.EPOCH)));
        ReadinessScore score = new ReadinessScore(
                ocid,
                ocid,
                50,
                Recommendation.BID,
                "",
                List.of(),
                List.of(),
                List.of(),
                "standard",
                "1",
                Instant.EPOCH);
        for (TeamId team : List.of(ACME, OTHER)) {
            stand.hub.scores().forTeam(team).saveAll(List.of(new StoredScore(score, 1, 1)));
        }
    }

    @Test
    void letsATeamSearchAsOftenAsItsPlanAllows() {
        assertThat(tenders.searches(free).orElseThrow().used()).isZero();
        for (int i = 0; i < 3; i++) {
            tenders.search(free, ALL, false);
        }

        QuotaExceededException used =
                catchThrowableOfType(QuotaExceededException.class, () -> tenders.search(free, ALL, false));

        // 21 November 2026 is a Saturday; the week begins anew on Monday at midnight in Johannesburg.
        assertThat(used.resetsAt()).isEqualTo(Instant.parse("2026-11-22T22:00:00Z"));
        assertThat(tenders.searches(free)).contains(new QuotaUse(false, 3, 3, Instant.parse("2026-11-22T22:00:00Z")));
        stand.clock.advance(Duration.between(stand.clock.instant(), used.resetsAt()));
        tenders.search(free, ALL, false);
    }

    @Test
    void countsNothingWhereThePlanDoesNotLimitSearches() {
        for (int i = 0; i < 20; i++) {
            tenders.search(basic, ALL, false);
        }
        assertThat(tenders.searches(basic)).isEmpty();
    }

    @Test
    void countsOnlyTheFirstPageOfASearch() {
        store("ocds-1");
        store("ocds-2");
        Optional<String> cursor = tenders.search(free, ALL, false).page().nextCursor();

        for (int i = 0; i < 5; i++) {
            tenders.search(
                    free,
                    TenderQuery.builder().limit(1).cursor(cursor.orElseThrow()).build(),
                    false);
        }

        assertThat(tenders.searches(free).orElseThrow().used()).isEqualTo(1);
        TenderQuery made = TenderQuery.builder().limit(1).cursor("made up").build();
        assertThatThrownBy(() -> tenders.search(free, made, false)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void letsSearchesThroughOrNotWhileTheyCannotBeCountedAndSaysSo() {
        Quotas away = team -> {
            throw new UnavailableException("Redis at nowhere", "no answer", null);
        };

        tenders(away, WithoutCount.letThrough(journal::add)).search(free, ALL, false);
        assertThat(journal).hasSize(1);

        TeamTenders closed = tenders(away, WithoutCount.refuse(journal::add));
        assertThatThrownBy(() -> closed.search(free, ALL, false)).isInstanceOf(UnavailableException.class);
        assertThat(journal).hasSize(2);
        closed.search(basic, ALL, false);
        assertThat(journal).hasSize(2);
    }

    @Test
    void showsOfATenderWhatThePlanIncludes() {
        store("ocds-1");

        TenderDetails little = tenders.find(free, "ocds-1").orElseThrow();
        assertThat(little.summary()).isEmpty();
        assertThat(little.score()).isEmpty();

        TenderDetails all = tenders.find(basic, "ocds-1").orElseThrow();
        assertThat(all.summary()).isPresent();
        assertThat(all.score()).isPresent();
        assertThat(all.stored()).isEqualTo(little.stored());
        assertThat(tenders.find(basic, "ocds-2")).isEmpty();
    }

    @Test
    void showsNothingToWhoMayNotLook() {
        Actor key = Actor.ofApiKey(ACME, "k", Set.of(Permission.EDIT_WORKSPACE));
        Actor nowhere = Actor.operator(new TeamId("nowhere"));

        assertThatThrownBy(() -> tenders.search(key, ALL, false)).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> tenders.find(key, "ocds-1")).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> tenders.find(nowhere, "ocds-1")).isInstanceOf(NotFoundException.class);
    }

    @Test
    void showsAndCountsNothingForATeamThatLeaves() {
        stand.hub.unitOfWork().forTeam(ACME, transaction -> {
            Team team = transaction.team().find().orElseThrow();
            return transaction.team().update(team.withState(Team.State.LEAVING));
        });

        Actor late = Actor.operator(ACME);
        assertThatThrownBy(() -> tenders.search(late, ALL, false)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> tenders.find(late, "ocds-1")).isInstanceOf(NotFoundException.class);
    }

    @Test
    void sortsByReadinessWhereThePlanIncludesIt() {
        store("ocds-1");
        TenderQuery ranked = TenderQuery.builder().sort(TenderSort.READINESS).build();

        assertThat(tenders.search(basic, ranked, false).page().hits()).hasSize(1);
        assertThatThrownBy(() -> tenders.search(free, ranked, false)).isInstanceOf(NotAllowedException.class);
        assertThat(tenders.searches(free).orElseThrow().used()).isZero();
    }

    @Test
    void notesWhatATeamLookedAtInItsOwnSearchesAlone() {
        store("ocds-1");
        SearchId ours = tenders.search(basic, ALL, false).id().orElseThrow();

        tenders.clicked(basic, ours, "ocds-1", 1);

        assertThat(stand.hub.searchLog().forTeam(OTHER).find(ours).orElseThrow().clicks())
                .hasSize(1);
        assertThatThrownBy(() -> tenders.clicked(free, ours, "ocds-1", 1)).isInstanceOf(NotFoundException.class);
    }
}
