package io.tenderhub.workspace;

import static io.tenderhub.workspace.TestTeams.ACME;
import static io.tenderhub.workspace.TestTeams.ANNA;
import static io.tenderhub.workspace.TestTeams.NOW;
import static io.tenderhub.workspace.TestTeams.OTHER;
import static io.tenderhub.workspace.TestTeams.STRANGER;
import static io.tenderhub.workspace.TestTeams.company;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.activity.Activity;
import io.tenderhub.activity.LogActivities;
import io.tenderhub.cache.InvalidateCaches;
import io.tenderhub.company.CompanyProfiles;
import io.tenderhub.details.TenderLookup;
import io.tenderhub.event.DrainResult;
import io.tenderhub.event.EventHandler;
import io.tenderhub.event.EventRelay;
import io.tenderhub.event.RelayJournal;
import io.tenderhub.event.RelayOptions;
import io.tenderhub.lock.DistributedLocks;
import io.tenderhub.memory.InMemoryHub;
import io.tenderhub.notification.Notification;
import io.tenderhub.notification.Notifications;
import io.tenderhub.notification.PublishNotifications;
import io.tenderhub.readiness.Note;
import io.tenderhub.readiness.Policies;
import io.tenderhub.readiness.PolicyChoice;
import io.tenderhub.readiness.RecalculateTeam;
import io.tenderhub.readiness.ScoreSaved;
import io.tenderhub.readiness.ScoreTender;
import io.tenderhub.readiness.TopTenders;
import io.tenderhub.requirement.RequirementFinder;
import io.tenderhub.summary.ExtractiveSummarizer;
import io.tenderhub.summary.SummariseSaved;
import io.tenderhub.summary.SummariseTender;
import io.tenderhub.summary.TenderSummarizer;
import io.tenderhub.team.TeamId;
import io.tenderhub.tender.Briefing;
import io.tenderhub.tender.Period;
import io.tenderhub.tender.Tender;
import io.tenderhub.tender.TenderBuilder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens behind a workspace when it or its tenders change. */
class WorkspaceBackgroundTest {
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final InMemoryHub hub = new InMemoryHub(clock);
    private final CompanyProfiles profiles = new CompanyProfiles(hub.unitOfWork());
    private final TenderLookup lookup =
            new TenderLookup(hub.tenderCatalog(), hub.summaries(), hub.scores(), hub.cache());
    private final TopTenders topTenders = new TopTenders(hub.scores(), hub.cache());
    private final Workspaces workspaces = new Workspaces(
            hub.unitOfWork(),
            hub.workspaceCatalog(),
            hub.summaries(),
            hub.scores(),
            TestTeams.PLANS,
            hub.cache(),
            hub.popularTenders(),
            clock);

    @BeforeEach
    void twoTeamsWithProfiles() {
        TestTeams.register(hub.unitOfWork());
        profiles.save(ACME, company("Acme"));
        profiles.save(OTHER, company("Other"));
    }

    private List<EventHandler> handlers() {
        RequirementFinder requirements = new RequirementFinder();
        PolicyChoice policies = Policies.builtIn().defaultChoice();
        SummariseTender summarise = new SummariseTender(
                hub.tenderCatalog(),
                hub.summaries(),
                requirements,
                new TenderSummarizer(new ExtractiveSummarizer()),
                hub.locks(),
                Duration.ofMinutes(10),
                clock);
        return List.of(
                summarise,
                new SummariseSaved(hub.tenderCatalog(), hub.summaries(), summarise),
                new ScoreTender(
                        hub.tenderCatalog(),
                        hub.profileCatalog(),
                        hub.scores(),
                        hub.workspaceFollowers(),
                        requirements,
                        policies,
                        clock),
                new ScoreSaved(
                        hub.tenderCatalog(),
                        hub.profileCatalog(),
                        hub.scores(),
                        hub.workspaceFollowers(),
                        requirements,
                        policies,
                        clock),
                new RecalculateTeam(
                        hub.tenderCatalog(),
                        hub.profileCatalog(),
                        hub.scores(),
                        hub.workspaceFollowers(),
                        requirements,
                        policies,
                        clock),
                new InvalidateCaches(hub.cache(), hub.workspaceFollowers()),
                new LogActivities(hub.activityLog()),
                new PublishNotifications(hub.notifications()));
    }

    private void drain() {
        DrainResult done = new EventRelay(
                        hub.outboxQueue(), handlers(), clock, new Random(1), RelayOptions.DEFAULT, RelayJournal.NONE)
                .drain();
        assertThat(done.retried() + done.postponed() + done.parked() + done.lost())
                .isZero();
    }

    /** With a compulsory briefing that is over, and still open. */
    private static TenderBuilder tender(String title, Instant release) {
        return Tender.builder("ocds-1", release)
                .title(title)
                .description("The road is paved.")
                .briefing(new Briefing(true, Optional.of(NOW.minusSeconds(3600)), Optional.empty()))
                .tenderPeriod(new Period(Optional.empty(), Optional.of(NOW.plus(Duration.ofDays(30)))));
    }

    private void store(String title, int release) {
        TestTeams.store(hub.unitOfWork(), tender(title, NOW.plusSeconds(release)));
    }

    private void update(UnaryOperator<WorkspaceUpdate> changes) {
        workspaces.update(
                ANNA,
                "ocds-1",
                changes.apply(WorkspaceUpdate.of(
                        workspaces.find(ANNA, "ocds-1").orElseThrow().clock())));
    }

    private List<String> blockers(TeamId team) {
        return hub.scores().forTeam(team).find("ocds-1").orElseThrow().score().blockers().stream()
                .map(Note::code)
                .toList();
    }

    @Test
    void makesTheSummaryAndTheScoreThatASavedTenderLacksForThatTeamAlone() {
        drain();
        store("Paving", 1);
        drain();
        hub.summaries().deleteAll(List.of("ocds-1"));
        hub.scores().forTeam(ACME).deleteEverything();
        hub.scores().forTeam(OTHER).deleteEverything();
        workspaces.save(ANNA, "ocds-1");
        assertThat(line().score()).isEmpty();

        drain();

        assertThat(line().summary()).isPresent();
        assertThat(line().score()).isPresent();
        assertThat(hub.scores().forTeam(OTHER).find("ocds-1")).isEmpty();
    }

    @Test
    void countsAMarkForTheBriefingOnANodeWhoseClockIsBehind() {
        store("Paving", 1);
        workspaces.save(ANNA, "ocds-1");
        drain();
        assertThat(blockers(ACME)).contains("briefing-missed");
        update(changes -> changes.withAttended(true));
        ScoreSaved behind = new ScoreSaved(
                hub.tenderCatalog(),
                hub.profileCatalog(),
                hub.scores(),
                hub.workspaceFollowers(),
                new RequirementFinder(),
                Policies.builtIn().defaultChoice(),
                Clock.offset(clock, Duration.ofSeconds(-2)));

        new EventRelay(
                        hub.outboxQueue(),
                        List.of(behind),
                        clock,
                        new Random(1),
                        RelayOptions.DEFAULT,
                        RelayJournal.NONE)
                .drain();

        assertThat(blockers(ACME)).doesNotContain("briefing-missed");
    }

    private WorkspaceLine line() {
        return workspaces.list(ANNA, WorkspaceQuery.ALL).lines().get(0);
    }

    @Test
    void makesNoSummaryAnewThatFitsItsTender() {
        store("Paving", 1);
        drain();
        WatchedStore watched = new WatchedStore();
        SummariseTender never = new SummariseTender(
                hub.tenderCatalog(),
                hub.summaries(),
                new RequirementFinder(),
                new TenderSummarizer(new ExtractiveSummarizer()),
                watched.watch(DistributedLocks.class, hub.locks()),
                Duration.ofMinutes(10),
                clock);
        workspaces.save(ANNA, "ocds-1");

        new EventRelay(
                        hub.outboxQueue(),
                        List.of(new SummariseSaved(hub.tenderCatalog(), hub.summaries(), never)),
                        clock,
                        new Random(1),
                        RelayOptions.DEFAULT,
                        RelayJournal.NONE)
                .drain();

        assertThat(watched.asked()).isEmpty();
    }

    @Test
    void scoresATeamThatWasAtTheBriefingAsOneThatWas() {
        store("Paving", 1);
        drain();
        workspaces.save(ANNA, "ocds-1");
        workspaces.save(STRANGER, "ocds-1");
        drain();
        assertThat(blockers(ACME)).contains("briefing-missed");
        lookup.find("ocds-1", Optional.of(ACME));
        topTenders.best(ACME);
        workspaces.list(ANNA, WorkspaceQuery.ALL);

        update(update -> update.withAttended(true));
        drain();

        assertThat(blockers(ACME)).doesNotContain("briefing-missed");
        assertThat(blockers(OTHER)).contains("briefing-missed");
        assertThat(lookup.find("ocds-1", Optional.of(ACME))
                        .orElseThrow()
                        .score()
                        .orElseThrow()
                        .score()
                        .blockers())
                .isEmpty();
        assertThat(topTenders.best(ACME).get(0).score().blockers()).isEmpty();
        assertThat(line().score().orElseThrow().score().blockers()).isEmpty();
    }

    @Test
    void keepsTheMarkInMindWhenTheTenderOrTheProfileChanges() {
        store("Paving", 1);
        workspaces.save(ANNA, "ocds-1");
        update(update -> update.withAttended(true));
        drain();

        store("Paving of roads", 2);
        drain();
        assertThat(blockers(ACME)).isEmpty();
        assertThat(blockers(OTHER)).contains("briefing-missed");
        profiles.save(ACME, company("Acme Builders"));
        profiles.save(OTHER, company("Other Builders"));
        drain();

        assertThat(hub.scores().forTeam(ACME).find("ocds-1").orElseThrow().profileVersion())
                .isEqualTo(2);
        assertThat(blockers(ACME)).isEmpty();
        assertThat(blockers(OTHER)).contains("briefing-missed");
    }

    @Test
    void forgetsTheMarkWithTheEntry() {
        store("Paving", 1);
        workspaces.save(ANNA, "ocds-1");
        update(update -> update.withAttended(true));
        drain();
        assertThat(blockers(ACME)).isEmpty();

        workspaces.remove(
                ANNA, "ocds-1", workspaces.find(ANNA, "ocds-1").orElseThrow().clock());
        drain();

        assertThat(blockers(ACME)).contains("briefing-missed");
    }

    @Test
    void showsAFollowedTenderAsItIsNowWhenItChanges() {
        store("Paving", 1);
        workspaces.save(ANNA, "ocds-1");
        drain();
        assertThat(line().entry().tender().orElseThrow().heading()).isEqualTo("Paving");
        workspaces.dashboard(ANNA);

        store("Paving of roads", 2);
        drain();

        assertThat(line().entry().tender().orElseThrow().heading()).isEqualTo("Paving of roads");
        assertThat(line().summary().orElseThrow().tenderVersion()).isEqualTo(2);
        assertThat(line().score().orElseThrow().tenderVersion()).isEqualTo(2);
    }

    @Test
    void tellsTheTeamAndNobodyElseWhatWasDone() {
        List<Notification> heard = new ArrayList<>();
        List<Notification> heardByOthers = new ArrayList<>();
        store("Paving", 1);
        drain();
        List<Notifications.Subscription> listening = List.of(
                hub.notifications().forTeam(ACME).subscribe(news -> heard.add(news.notification())),
                hub.notifications().forTeam(OTHER).subscribe(news -> heardByOthers.add(news.notification())),
                hub.notifications().forEverybody().subscribe(news -> heardByOthers.add(news.notification())));

        workspaces.save(ANNA, "ocds-1");
        update(update -> update.withStatus(WorkspaceStatus.PENDING).withNotes("Ours alone"));
        drain();
        listening.forEach(Notifications.Subscription::close);

        assertThat(heard)
                .extracting(Notification::type)
                .containsExactlyInAnyOrder("workspace.saved", "workspace.changed");
        assertThat(heardByOthers).isEmpty();
        List<Activity> told = hub.activityLog().forTeam(ACME).latest(9).stream()
                .filter(activity -> !activity.type().equals("company.updated"))
                .toList();
        assertThat(told).extracting(Activity::type).containsExactlyInAnyOrder("workspace.saved", "workspace.changed");
        assertThat(told).allSatisfy(activity -> {
            assertThat(activity.subject()).isEqualTo("ocds-1");
            assertThat(activity.details()).containsEntry("by", "user:anna").doesNotContainValue("Ours alone");
        });
        assertThat(hub.activityLog().forTeam(OTHER).latest(9))
                .extracting(Activity::type)
                .containsOnly("company.updated");
    }
}
