package io.tenderhub.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.cache.InvalidateCaches;
import io.tenderhub.details.TenderLookup;
import io.tenderhub.event.ClaimedEvent;
import io.tenderhub.event.EventHandler;
import io.tenderhub.event.EventSelection;
import io.tenderhub.event.EventType;
import io.tenderhub.event.RelayOptions;
import io.tenderhub.summary.StoredSummary;
import io.tenderhub.team.TeamId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsistencyCheckerTest {
    private static final TeamId ACME = new TeamId("acme");
    private static final TeamId OTHER = new TeamId("other");
    private static final CheckOptions SMALL_PAGES = CheckOptions.DEFAULT.withPageSize(7);

    private final TestHub hub = new TestHub();

    private void twoTeamsAndTenders(int tenders) {
        hub.profile("acme", "Acme");
        hub.profile("other", "Other");
        hub.publish(tenders);
        hub.settle();
    }

    private CheckReport check(CheckOptions options) {
        return hub.checker().check(options, finding -> {});
    }

    @Test
    void findsNothingWhereEverythingFits() {
        twoTeamsAndTenders(50);

        CheckReport report = check(SMALL_PAGES);

        assertThat(report.findings()).isZero();
        assertThat(report.waiting()).isZero();
        assertThat(report.tenders()).isEqualTo(50);
        assertThat(report.teams()).isEqualTo(2);
        assertThat(report.stoppedAt()).isEmpty();
    }

    @Test
    void findsNothingInAnEmptyHub() {
        assertThat(check(CheckOptions.DEFAULT).findings()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void findsExactlyTheDamageAndPutsItRight(long seed) {
        Random random = new Random(seed);
        int tenders = random.nextInt(300);
        twoTeamsAndTenders(tenders + 1);
        Damage damage = new Damage(hub, random);
        damage.spoil(tenders, 1 + random.nextInt(20), List.of(ACME, OTHER));
        CheckOptions options = CheckOptions.DEFAULT.withPageSize(1 + random.nextInt(40));

        List<Finding> found = hub.findings(options);
        assertThat(found).extracting(Damage.Expected::of).containsExactlyInAnyOrderElementsOf(damage.expected());
        assertThat(check(options.repairing()).unrepaired()).isZero();

        assertThat(hub.findings(options)).isEmpty();
        hub.settle();
        CheckReport afterIt = check(options);
        assertThat(afterIt.counts()).isEmpty();
        assertThat(afterIt.waiting()).isZero();
        assertThat(hub.stores.summaries().count()).isEqualTo(tenders + 1L);
        assertThat(hub.stores.scores().teams()).containsExactly(ACME, OTHER);
    }

    @Test
    void expectsNothingYetOfWhatChangedJustNow() {
        twoTeamsAndTenders(10);
        hub.publish(1, 3, 4);
        hub.profile("acme", "Acme and Sons");
        while (!hub.stores
                .outboxQueue()
                .claim(10, RelayOptions.DEFAULT.lease(), EventSelection.ALL)
                .isEmpty()) {
            hub.pass(Duration.ofSeconds(1));
        }

        CheckReport justNow = check(SMALL_PAGES);
        assertThat(justNow.findings()).isZero();
        assertThat(justNow.waiting()).isEqualTo(2 + 10 + 2);
    }

    @Test
    void findsWhatWasNeverHandledThoughNoEventWaits() {
        twoTeamsAndTenders(10);
        hub.publish(1, 3, 4);
        completeWithoutHandling();
        hub.pass(Duration.ofMinutes(3));

        assertThat(check(SMALL_PAGES).counts())
                .containsEntry(FindingKind.SUMMARY_OLD, 2L)
                .containsEntry(FindingKind.SCORE_OLD, 4L)
                .hasSize(2);
    }

    private void completeWithoutHandling() {
        List<ClaimedEvent> claimed =
                hub.stores.outboxQueue().claim(1_000, RelayOptions.DEFAULT.lease(), EventSelection.ALL);
        hub.stores.outboxQueue().complete(claimed);
    }

    @Test
    void countsWhatIsOldAndWaitsToBeHandledApart() {
        twoTeamsAndTenders(10);
        hub.publish(1, 3, 4);
        hub.pass(Duration.ofMinutes(30));

        CheckReport report = check(SMALL_PAGES);

        assertThat(report.findings()).isZero();
        assertThat(report.waiting()).isEqualTo(6);
    }

    @Test
    void recalculatesATeamOnceWhereMostOfItsScoresAreWrong() {
        hub.profile("acme", "Acme");
        hub.publish(500);
        hub.settle();
        hub.stores.scores().forTeam(ACME).deleteEverything();

        CheckReport report = check(CheckOptions.DEFAULT.withPageSize(200).repairing());

        assertThat(report.counts()).containsEntry(FindingKind.SCORE_MISSING, 500L);
        assertThat(report.eventsRaised()).isEqualTo(1);
        hub.settle();
        assertThat(check(CheckOptions.DEFAULT).findings()).isZero();
    }

    @Test
    void changesNothingUnlessAskedToRepair() {
        twoTeamsAndTenders(30);
        new Damage(hub, new Random(5)).spoil(29, 2, List.of(ACME, OTHER));

        List<Finding> first = hub.findings(SMALL_PAGES);
        List<Finding> second = hub.findings(SMALL_PAGES);

        assertThat(second).isEqualTo(first).isNotEmpty();
        assertThat(hub.stores.outboxQueue().depth().waiting()).isZero();
    }

    @Test
    void repairTouchesNothingOfTheTruth() {
        twoTeamsAndTenders(30);
        new Damage(hub, new Random(5)).spoil(29, 2, List.of(ACME, OTHER));
        var tenders = hub.stores.tenderCatalog().versions(Optional.empty(), 100, Optional.empty());
        var profiles = hub.stores.profileCatalog().versions();

        check(SMALL_PAGES.repairing());
        hub.settle();

        assertThat(hub.stores.tenderCatalog().versions(Optional.empty(), 100, Optional.empty()))
                .isEqualTo(tenders);
        assertThat(hub.stores.profileCatalog().versions()).isEqualTo(profiles);
    }

    @Test
    void looksAtNoMoreThanTheLimitAndGoesOnThere() {
        twoTeamsAndTenders(50);
        Damage damage = new Damage(hub, new Random(7));
        damage.spoil(49, 3, List.of(ACME, OTHER));
        Set<Damage.Expected> found = new HashSet<>();
        List<Long> looked = new ArrayList<>();

        CheckReport report;
        do {
            report = hub.checker()
                    .check(SMALL_PAGES.withLimit(20).resuming(), finding -> found.add(Damage.Expected.of(finding)));
            looked.add(report.tenders());
        } while (report.stoppedAt().isPresent());

        assertThat(looked).containsExactly(20L, 20L, 10L);
        assertThat(found).isEqualTo(damage.expected());
        assertThat(check(SMALL_PAGES.resuming()).tenders()).isEqualTo(50);
    }

    @Test
    void beginsAnewUnlessItIsToGoOn() {
        twoTeamsAndTenders(20);

        assertThat(check(SMALL_PAGES.withLimit(15)).stoppedAt()).contains(TestHub.ocid(14));
        assertThat(check(SMALL_PAGES).tenders()).isEqualTo(20);
    }

    @Test
    void aRepairDoesNotGoOnWhereACheckThatOnlyLookedStopped() {
        twoTeamsAndTenders(20);

        assertThat(check(SMALL_PAGES.withLimit(15)).stoppedAt()).isPresent();

        assertThat(check(SMALL_PAGES.repairing().resuming()).tenders()).isEqualTo(20);
    }

    @Test
    void looksOnlyAtWhatChangedSinceAnInstant() {
        twoTeamsAndTenders(40);
        hub.publish(1, 5, 25);
        hub.settle();
        hub.stores.summaries().deleteAll(List.of(TestHub.ocid(5), TestHub.ocid(6)));
        hub.stores.scores().forTeam(OTHER).deleteAll(List.of(TestHub.ocid(25)));

        CheckOptions sinceThen = SMALL_PAGES.withSince(TestHub.START.plus(Duration.ofMinutes(30)));

        assertThat(check(sinceThen).tenders()).isEqualTo(2);
        assertThat(hub.findings(sinceThen).stream().map(Finding::subject).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(TestHub.ocid(5), TestHub.ocid(25));
    }

    /** Loads the public answers about some tenders into the cache. */
    private void look(int... numbers) {
        TenderLookup lookup = new TenderLookup(
                hub.stores.tenderCatalog(), hub.stores.summaries(), hub.stores.scores(), hub.stores.cache());
        for (int number : numbers) {
            assertThat(lookup.find(TestHub.ocid(number), Optional.empty())).isPresent();
        }
    }

    /** Changes tenders with everything derived of them, but tells the caches nothing. */
    private void changeBehindTheCache(int... numbers) {
        hub.publish(1, numbers);
        List<ClaimedEvent> claimed =
                hub.stores.outboxQueue().claim(1_000, RelayOptions.DEFAULT.lease(), EventSelection.ALL);
        for (EventHandler handler : hub.handlers) {
            if (handler.handles().contains(EventType.TENDER_UPDATED) && !(handler instanceof InvalidateCaches)) {
                handler.handle(claimed.stream().map(ClaimedEvent::raised).toList());
            }
        }
        hub.stores.outboxQueue().complete(claimed);
    }

    @Test
    void findsCachedTendersThatDifferFromTheTruthAndEndsThem() {
        twoTeamsAndTenders(20);
        look(3, 4, 5);
        changeBehindTheCache(4, 5, 6);
        hub.pass(Duration.ofMinutes(3));

        List<Finding> found = hub.findings(SMALL_PAGES);
        assertThat(found).extracting(Finding::kind).containsOnly(FindingKind.CACHE_DIFFERS);
        assertThat(found).extracting(Finding::subject).containsExactlyInAnyOrder(TestHub.ocid(4), TestHub.ocid(5));
        CheckReport repaired = check(SMALL_PAGES.repairing());
        assertThat(repaired.answersEnded()).isEqualTo(2);
        assertThat(repaired.eventsRaised()).isZero();
        assertThat(check(SMALL_PAGES).findings()).isZero();
    }

    @Test
    void findsCachedTendersThatLackTheSummaryThereIsNow() {
        twoTeamsAndTenders(20);
        StoredSummary summary = hub.stores.summaries().find(TestHub.ocid(4)).orElseThrow();
        hub.stores.summaries().deleteAll(List.of(TestHub.ocid(4), TestHub.ocid(5)));
        look(4, 5);
        hub.stores.summaries().saveAll(List.of(summary));

        assertThat(hub.findings(SMALL_PAGES))
                .extracting(finding -> finding.kind() + " " + finding.subject())
                .containsExactlyInAnyOrder("CACHE_DIFFERS " + TestHub.ocid(4), "SUMMARY_MISSING " + TestHub.ocid(5));
    }

    @Test
    void expectsNoCachedTenderToBeRenewedBeforeItsEventIsHandled() {
        twoTeamsAndTenders(20);
        look(4);
        hub.publish(1, 4);
        hub.pass(Duration.ofMinutes(30));

        assertThat(check(SMALL_PAGES).findings()).isZero();
    }

    @Test
    void saysWhatAPersonMustLookAt() {
        hub.publish(3);
        ClaimedEvent poisoned = hub.stores
                .outboxQueue()
                .claim(1, RelayOptions.DEFAULT.lease(), EventSelection.ALL)
                .get(0);
        hub.stores.outboxQueue().park(poisoned, "no");
        hub.settle();

        CheckReport report = check(CheckOptions.DEFAULT.repairing());

        assertThat(report.counts())
                .containsEntry(FindingKind.EVENTS_PARKED, 1L)
                .containsEntry(FindingKind.SUMMARY_MISSING, 1L);
        assertThat(report.unrepaired()).isEqualTo(1);
        hub.settle();
        assertThat(check(CheckOptions.DEFAULT).counts()).containsOnlyKeys(FindingKind.EVENTS_PARKED);
    }

    @Test
    void findsThatEventsWaitForTooLong() {
        hub.publish(3);
        hub.pass(Duration.ofMinutes(60));
        assertThat(check(CheckOptions.DEFAULT).findings()).isZero();
        hub.pass(Duration.ofMinutes(1));

        CheckReport report = check(CheckOptions.DEFAULT.repairing());

        assertThat(report.counts()).containsOnlyKeys(FindingKind.EVENTS_STUCK);
        assertThat(report.unrepaired()).isPositive();
        assertThat(report.eventsRaised()).isZero();
    }

    @Test
    void keepsAFewExamplesOfEachKind() {
        twoTeamsAndTenders(30);
        for (int number = 0; number < 30; number++) {
            hub.stores.summaries().deleteAll(List.of(TestHub.ocid(number)));
        }

        CheckReport report = check(SMALL_PAGES);

        assertThat(report.counts()).containsEntry(FindingKind.SUMMARY_MISSING, 30L);
        assertThat(report.examplesOf(FindingKind.SUMMARY_MISSING))
                .extracting(Finding::subject)
                .containsExactly(TestHub.ocid(0), TestHub.ocid(1), TestHub.ocid(2), TestHub.ocid(3), TestHub.ocid(4));
    }
}
