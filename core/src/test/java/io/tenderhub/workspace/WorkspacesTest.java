package io.tenderhub.workspace;

import static io.tenderhub.workspace.TestTeams.ACME;
import static io.tenderhub.workspace.TestTeams.ANNA;
import static io.tenderhub.workspace.TestTeams.ANNA_ID;
import static io.tenderhub.workspace.TestTeams.BOB;
import static io.tenderhub.workspace.TestTeams.NOW;
import static io.tenderhub.workspace.TestTeams.OTHER;
import static io.tenderhub.workspace.TestTeams.STRANGER;
import static io.tenderhub.workspace.TestTeams.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.tenderhub.account.UserId;
import io.tenderhub.audit.AuditEntry;
import io.tenderhub.cache.InvalidateCaches;
import io.tenderhub.event.DomainEvent;
import io.tenderhub.event.EventType;
import io.tenderhub.event.OutboxEntry;
import io.tenderhub.event.RaisedEvent;
import io.tenderhub.failure.ConflictException;
import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.failure.LimitReachedException;
import io.tenderhub.failure.NotAllowedException;
import io.tenderhub.failure.NotFoundException;
import io.tenderhub.memory.InMemoryHub;
import io.tenderhub.popularity.Popular;
import io.tenderhub.popularity.PopularTenders;
import io.tenderhub.readiness.ReadinessScore;
import io.tenderhub.readiness.Recommendation;
import io.tenderhub.readiness.ScoreRepository;
import io.tenderhub.readiness.StoredScore;
import io.tenderhub.summary.Digest;
import io.tenderhub.summary.Facts;
import io.tenderhub.summary.StoredSummary;
import io.tenderhub.summary.SummaryRepository;
import io.tenderhub.summary.TenderSummary;
import io.tenderhub.team.Actor;
import io.tenderhub.team.Permission;
import io.tenderhub.team.Team;
import io.tenderhub.team.TeamId;
import io.tenderhub.team.Teams;
import io.tenderhub.tender.Period;
import io.tenderhub.tender.Tender;
import io.tenderhub.tender.TenderBuilder;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WorkspacesTest {
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final InMemoryHub hub = new InMemoryHub(clock);
    private final WatchedStore truth = new WatchedStore();
    private final WatchedStore derived = new WatchedStore();
    private final Workspaces workspaces = new Workspaces(
            hub.unitOfWork(),
            truth.watch(WorkspaceCatalog.class, hub.workspaceCatalog()),
            derived.watch(SummaryRepository.class, hub.summaries()),
            derived.watch(ScoreRepository.class, hub.scores()),
            TestTeams.PLANS,
            hub.cache(),
            hub.popularTenders(),
            clock);

    @BeforeEach
    void twoTeamsAndSomeTenders() {
        TestTeams.register(hub.unitOfWork());
        TestTeams.store(hub.unitOfWork(), tender(1), tender(2), tender(3), tender(4));
    }

    private static String ocid(int number) {
        return "ocds-" + number;
    }

    /** Closes so many days from now. */
    private static TenderBuilder tender(int number) {
        return Tender.builder(ocid(number), NOW)
                .title("Paving " + number)
                .tenderPeriod(new Period(Optional.empty(), Optional.of(NOW.plus(Duration.ofDays(number)))));
    }

    private List<AuditEntry> audit(TeamId team) {
        return hub.unitOfWork()
                .<List<AuditEntry>>forTeam(
                        team, transaction -> transaction.audit().latest(Optional.empty(), 100));
    }

    private List<OutboxEntry> events(EventType type) {
        return hub.outboxAdministration().list(OutboxEntry.State.WAITING, 0, 100).stream()
                .filter(entry -> entry.type().equals(type.code()))
                .toList();
    }

    private WorkspaceUpdate seen(String ocid) {
        return WorkspaceUpdate.of(workspaces.find(ANNA, ocid).orElseThrow().clock());
    }

    @Test
    void savesATenderWithItsAuditAndItsEvent() {
        WorkspaceEntry saved = workspaces.save(ANNA, ocid(1));

        assertThat(saved.status()).isEqualTo(WorkspaceStatus.INTERESTED);
        assertThat(saved.saved()).isEqualTo(new Stamp("user:anna", NOW));
        assertThat(workspaces.find(VIEWER, ocid(1))).contains(saved);
        assertThat(audit(ACME)).singleElement().satisfies(entry -> {
            assertThat(entry.actor()).isEqualTo("user:anna");
            assertThat(entry.action()).isEqualTo("workspace.saved");
            assertThat(entry.subject()).isEqualTo(ocid(1));
            assertThat(entry.before()).isEmpty();
            assertThat(entry.after()).isEqualTo(Map.of("status", "interested"));
        });
        assertThat(events(EventType.WORKSPACE_SAVED)).singleElement().satisfies(entry -> {
            assertThat(entry.aggregateId()).isEqualTo(ocid(1));
            assertThat(entry.team()).contains("acme");
            assertThat(entry.payload()).contains("\"by\": \"user:anna\"");
        });
        assertThat(hub.popularTenders().top(5)).containsExactly(new Popular(ocid(1), PopularTenders.SAVE_COUNTS));
    }

    @Test
    void savesTheSameTenderOnceHoweverOftenItIsAsked() {
        WorkspaceEntry first = workspaces.save(ANNA, ocid(1));
        workspaces.update(ANNA, ocid(1), seen(ocid(1)).withNotes("Ours"));

        WorkspaceEntry again = workspaces.save(BOB, ocid(1));

        assertThat(again.notes()).isEqualTo("Ours");
        assertThat(again.saved()).isEqualTo(first.saved());
        assertThat(events(EventType.WORKSPACE_SAVED)).hasSize(1);
        assertThat(hub.popularTenders().top(5)).containsExactly(new Popular(ocid(1), PopularTenders.SAVE_COUNTS));
    }

    @Test
    void savesAsManyAsThePlanAllowsAndTheSameAgainBesides() {
        workspaces.save(ANNA, ocid(1));
        workspaces.save(ANNA, ocid(2));
        WorkspaceEntry third = workspaces.save(ANNA, ocid(3));

        assertThatThrownBy(() -> workspaces.save(ANNA, ocid(4)))
                .isInstanceOfSatisfying(LimitReachedException.class, failure -> {
                    assertThat(failure.limit()).isEqualTo("saved tenders");
                    assertThat(failure.most()).isEqualTo(3);
                });
        assertThat(workspaces.save(ANNA, ocid(3))).isEqualTo(third);
        workspaces.remove(ANNA, ocid(3), third.clock());
        assertThat(workspaces.save(ANNA, ocid(4)).ocid()).isEqualTo(ocid(4));
        for (int n = 1; n <= 4; n++) {
            workspaces.save(STRANGER, ocid(n));
        }
    }

    @Test
    void savesNothingThatIsNotThere() {
        Actor ofNoTeam = Actor.operator(new TeamId("nobody"));

        assertThatThrownBy(() -> workspaces.save(ANNA, "ocds-unknown"))
                .isInstanceOf(NotFoundException.class)
                .hasMessage("no tender ocds-unknown");
        assertThatThrownBy(() -> workspaces.save(ofNoTeam, ocid(1)))
                .isInstanceOf(NotFoundException.class)
                .hasMessage("no team nobody");
        hub.unitOfWork()
                .forTeam(
                        OTHER,
                        transaction -> transaction
                                .team()
                                .update(TestTeams.team(OTHER, "large").withState(Team.State.LEAVING)));
        assertThatThrownBy(() -> workspaces.save(STRANGER, ocid(1))).isInstanceOf(NotFoundException.class);
        assertThat(audit(ACME)).isEmpty();
        assertThat(events(EventType.WORKSPACE_SAVED)).isEmpty();
        assertThat(hub.popularTenders().top(5)).isEmpty();
    }

    @Test
    void changesAnEntryWithBeforeAndAfterInTheAuditTrail() {
        workspaces.save(ANNA, ocid(1));
        workspaces.update(BOB, ocid(1), seen(ocid(1)).withNotes("First"));

        WorkspaceEntry after = workspaces.update(
                ANNA,
                ocid(1),
                seen(ocid(1))
                        .withStatus(WorkspaceStatus.PENDING)
                        .withNotes("Second")
                        .withTask("a", new Task("Visit").withAssignee(ANNA_ID).withDue(LocalDate.of(2026, 12, 1))));

        assertThat(workspaces.find(ANNA, ocid(1))).contains(after);
        AuditEntry latest = audit(ACME).get(0);
        assertThat(latest.action()).isEqualTo("workspace.changed");
        assertThat(latest.before()).isEqualTo(Map.of("status", "interested", "notes", "First"));
        assertThat(latest.after())
                .isEqualTo(
                        Map.of("status", "pending", "notes", "Second", "tasks.a", "Visit, for anna, due 2026-12-01"));
        assertThat(events(EventType.WORKSPACE_CHANGED))
                .hasSize(2)
                .anySatisfy(entry -> assertThat(entry.payload()).contains("\"fields\": \"notes\""))
                .anySatisfy(entry -> assertThat(entry.payload()).contains("\"fields\": \"notes,status,tasks.a\""));
    }

    @Test
    void tellsBothSidesOfADisputeInTheAuditTrailButNothingOfNotesInTheEvent() {
        workspaces.save(ANNA, ocid(1));
        WorkspaceUpdate seen = seen(ocid(1));
        workspaces.update(ANNA, ocid(1), seen.withNotes("Anna's secret"));
        workspaces.update(BOB, ocid(1), seen.withNotes("Bob's"));

        assertThat(audit(ACME).get(0).after()).isEqualTo(Map.of("notes", "Anna's secret | Bob's"));
        assertThat(events(EventType.WORKSPACE_CHANGED))
                .hasSize(2)
                .allSatisfy(entry -> assertThat(entry.payload()).doesNotContain("secret"))
                .anySatisfy(entry -> assertThat(entry.payload()).contains("\"conflicted\": \"true\""));
    }

    @Test
    void changesNothingWhereAnUpdateIsRefused() {
        workspaces.save(ANNA, ocid(1));

        assertThatThrownBy(() -> workspaces.update(
                        ANNA,
                        ocid(1),
                        seen(ocid(1)).withStatus(WorkspaceStatus.WON).withNotes("x")))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> workspaces.update(ANNA, ocid(2), seen(ocid(1)).withNotes("x")))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("workspace entry");

        assertThat(workspaces.find(ANNA, ocid(1)).orElseThrow().version()).isEqualTo(1);
        assertThat(audit(ACME)).hasSize(1);
        assertThat(events(EventType.WORKSPACE_CHANGED)).isEmpty();
    }

    @Test
    void givesTasksToMembersOnlyAndLeavesThemWithOneWhoHasLeft() {
        workspaces.save(ANNA, ocid(1));
        Task bobs = new Task("Visit").withAssignee(new UserId("bob"));

        assertThatThrownBy(() -> workspaces.update(
                        ANNA, ocid(1), seen(ocid(1)).withTask("a", new Task("x").withAssignee(new UserId("sam")))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("tasks.a.assignee: must be a member of the team, not sam");
        workspaces.update(ANNA, ocid(1), seen(ocid(1)).withTask("a", bobs));
        hub.unitOfWork().forTeam(ACME, transaction -> transaction.members().remove(new UserId("bob")));
        assertThat(workspaces
                        .update(ANNA, ocid(1), seen(ocid(1)).withTask("a", bobs.withDone(true)))
                        .tasks())
                .containsEntry("a", bobs.withDone(true));
        assertThatThrownBy(() -> workspaces.update(ANNA, ocid(1), seen(ocid(1)).withTask("b", bobs)))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void removesAnEntryUnlessSomethingNewerIsInIt() {
        WorkspaceEntry saved = workspaces.save(ANNA, ocid(1));
        WorkspaceEntry changed = workspaces.update(BOB, ocid(1), seen(ocid(1)).withNotes("Keep this"));

        assertThatThrownBy(() -> workspaces.remove(ANNA, ocid(1), saved.clock()))
                .isInstanceOf(ConflictException.class);
        assertThat(workspaces.find(ANNA, ocid(1))).contains(changed);
        workspaces.remove(ANNA, ocid(1), changed.clock());

        assertThat(workspaces.find(ANNA, ocid(1))).isEmpty();
        assertThat(audit(ACME).get(0).action()).isEqualTo("workspace.removed");
        assertThat(audit(ACME).get(0).before()).isEqualTo(Map.of("status", "interested", "notes", "Keep this"));
        assertThat(audit(ACME).get(0).after()).isEmpty();
        assertThatThrownBy(() -> workspaces.remove(ANNA, ocid(1), changed.clock()))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void letsEverybodyDoOnlyWhatHeMay() {
        WorkspaceEntry saved = workspaces.save(ANNA, ocid(1));
        Actor mayNothing = Actor.ofApiKey(ACME, "k", Set.of(Permission.READ_AUDIT));

        assertThatThrownBy(() -> workspaces.save(VIEWER, ocid(2))).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(
                        () -> workspaces.update(VIEWER, ocid(1), seen(ocid(1)).withNotes("x")))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> workspaces.remove(VIEWER, ocid(1), saved.clock()))
                .isInstanceOf(NotAllowedException.class);
        assertThat(workspaces.list(VIEWER, WorkspaceQuery.ALL).lines()).hasSize(1);
        assertThatThrownBy(() -> workspaces.find(mayNothing, ocid(1))).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> workspaces.list(mayNothing, WorkspaceQuery.ALL))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> workspaces.dashboard(mayNothing)).isInstanceOf(NotAllowedException.class);
    }

    @Test
    void showsATeamOnlyItsOwn() {
        WorkspaceEntry saved = workspaces.save(ANNA, ocid(1));

        assertThat(workspaces.find(STRANGER, ocid(1))).isEmpty();
        assertThat(workspaces.list(STRANGER, WorkspaceQuery.ALL).lines()).isEmpty();
        assertThat(workspaces.dashboard(STRANGER).closingSoon()).isEmpty();
        assertThatThrownBy(() -> workspaces.update(
                        STRANGER, ocid(1), WorkspaceUpdate.of(saved.clock()).withNotes("x")))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> workspaces.remove(STRANGER, ocid(1), saved.clock()))
                .isInstanceOf(NotFoundException.class);
    }

    private static StoredScore score(int number, double points) {
        return new StoredScore(
                new ReadinessScore(
                        ocid(number),
                        "T" + number,
                        points,
                        Recommendation.BID,
                        "Because.",
                        List.of(),
                        List.of(),
                        List.of(),
                        "standard",
                        "1",
                        NOW),
                1,
                1);
    }

    @Test
    void listsWhatIsDerivedWithOneQueryForEachKindHoweverManyEntriesThereAre() {
        StoredSummary summary = summary(1);
        hub.summaries().saveAll(List.of(summary));
        hub.scores().forTeam(ACME).saveAll(List.of(score(1, 40), score(2, 60)));
        hub.scores().forTeam(OTHER).saveAll(List.of(score(3, 99)));
        for (int n = 1; n <= 3; n++) {
            workspaces.save(ANNA, ocid(n));
        }

        WorkspaceList list = workspaces.list(ANNA, WorkspaceQuery.ALL);

        assertThat(list.complete()).isTrue();
        assertThat(list.lines())
                .extracting(line -> line.entry().ocid(), WorkspaceLine::summary, WorkspaceLine::score)
                .containsExactly(
                        tuple(ocid(1), Optional.of(summary), Optional.of(score(1, 40))),
                        tuple(ocid(2), Optional.empty(), Optional.of(score(2, 60))),
                        tuple(ocid(3), Optional.empty(), Optional.empty()));
        assertThat(truth.asked()).containsExactly("TeamWorkspace.list");
        assertThat(derived.asked()).containsExactly("SummaryRepository.findAll", "TeamScores.findAll");
    }

    @Test
    void changesNothingOfATeamThatLeaves() {
        VectorClock seen = workspaces.save(ANNA, ocid(1)).clock();
        hub.unitOfWork()
                .forTeam(
                        ACME,
                        transaction -> transaction
                                .team()
                                .update(TestTeams.team(ACME, "small").withState(Team.State.LEAVING)));

        assertThatThrownBy(() -> workspaces.update(
                        ANNA, ocid(1), WorkspaceUpdate.of(seen).withNotes("late")))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> workspaces.remove(ANNA, ocid(1), seen)).isInstanceOf(NotFoundException.class);
        assertThat(hub.workspaceCatalog().forTeam(ACME).find(ocid(1))).isPresent();
    }

    @Test
    void showsOfWhatIsDerivedOnlyWhatThePlanIncludes() {
        hub.summaries().saveAll(List.of(summary(1)));
        hub.scores().forTeam(ACME).saveAll(List.of(score(1, 40)));
        workspaces.save(ANNA, ocid(1));
        assertThat(workspaces.list(ANNA, WorkspaceQuery.ALL).lines().get(0).score())
                .isPresent();

        new Teams(hub.unitOfWork(), TestTeams.PLANS, clock).changePlan(ACME, "bare");
        new InvalidateCaches(hub.cache(), hub.workspaceFollowers())
                .handle(List.of(new RaisedEvent(
                        1, new DomainEvent(EventType.USER_ACTIVITY, "operator", Optional.of(ACME), Map.of()), NOW)));

        WorkspaceList list = workspaces.list(ANNA, WorkspaceQuery.ALL);
        assertThat(list.complete()).isTrue();
        assertThat(list.lines())
                .extracting(WorkspaceLine::summary, WorkspaceLine::score)
                .containsExactly(tuple(Optional.empty(), Optional.empty()));
        assertThat(of(workspaces.dashboard(ANNA), WorkspaceStatus.INTERESTED, Dashboard.OfStatus::averageScore))
                .isEmpty();
    }

    private static StoredSummary summary(int number) {
        return new StoredSummary(
                ocid(number),
                1,
                new TenderSummary(
                        new Digest("A road is paved.", List.of(), "by-hand"),
                        new Facts(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty())),
                NOW);
    }

    @Test
    void keepsAListAndADashboardUntilTheTeamChangesSomething() {
        workspaces.save(ANNA, ocid(1));
        workspaces.list(ANNA, WorkspaceQuery.ALL);
        workspaces.dashboard(ANNA);
        truth.asked();

        workspaces.list(BOB, WorkspaceQuery.ALL);
        workspaces.dashboard(BOB);
        assertThat(truth.asked()).isEmpty();
        workspaces.save(STRANGER, ocid(1));
        workspaces.list(BOB, WorkspaceQuery.ALL);
        assertThat(truth.asked()).as("another team's changes end nothing").isEmpty();

        workspaces.update(
                ANNA,
                ocid(1),
                WorkspaceUpdate.of(workspaces.save(ANNA, ocid(1)).clock()).withStatus(WorkspaceStatus.PENDING));
        assertThat(statuses(workspaces.list(BOB, WorkspaceQuery.ALL))).containsExactly(WorkspaceStatus.PENDING);
        assertThat(count(workspaces.dashboard(BOB), WorkspaceStatus.PENDING)).isEqualTo(1);
        workspaces.save(ANNA, ocid(2));
        assertThat(workspaces.list(BOB, WorkspaceQuery.ALL).lines()).hasSize(2);
        workspaces.remove(
                ANNA, ocid(2), workspaces.find(ANNA, ocid(2)).orElseThrow().clock());
        assertThat(workspaces.list(BOB, WorkspaceQuery.ALL).lines()).hasSize(1);
    }

    private static List<WorkspaceStatus> statuses(WorkspaceList list) {
        return list.lines().stream().map(line -> line.entry().status()).toList();
    }

    private static int count(Dashboard dashboard, WorkspaceStatus status) {
        return of(dashboard, status, Dashboard.OfStatus::count);
    }

    private static <T> T of(Dashboard dashboard, WorkspaceStatus status, Function<Dashboard.OfStatus, T> what) {
        return dashboard.byStatus().stream()
                .filter(line -> line.status() == status)
                .map(what)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void keepsPagesApartAndPassesOnACursorThatIsRefused() {
        workspaces.save(ANNA, ocid(1));
        workspaces.save(ANNA, ocid(2));
        WorkspaceQuery one = WorkspaceQuery.ALL.withLimit(1);

        WorkspaceList first = workspaces.list(ANNA, one);
        WorkspaceList second = workspaces.list(ANNA, one.withCursor(first.nextCursor()));

        assertThat(first.lines().get(0).entry().ocid()).isEqualTo(ocid(1));
        assertThat(second.lines().get(0).entry().ocid()).isEqualTo(ocid(2));
        assertThat(second.nextCursor()).isEmpty();
        assertThatThrownBy(() -> workspaces.list(ANNA, one.withCursor(Optional.of("x"))))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void answersWithoutWhatIsDerivedWhileItsStoreIsAwayAndKeepsNoSuchAnswer() {
        hub.scores().forTeam(ACME).saveAll(List.of(score(1, 40)));
        workspaces.save(ANNA, ocid(1));
        derived.takeAway();

        WorkspaceList list = workspaces.list(ANNA, WorkspaceQuery.ALL);
        Dashboard dashboard = workspaces.dashboard(ANNA);

        assertThat(list.complete()).isFalse();
        assertThat(list.lines())
                .singleElement()
                .satisfies(line -> assertThat(line.score()).isEmpty());
        assertThat(dashboard.complete()).isFalse();
        assertThat(count(dashboard, WorkspaceStatus.INTERESTED)).isEqualTo(1);
        assertThat(average(dashboard, WorkspaceStatus.INTERESTED)).isEmpty();
        derived.bringBack();
        assertThat(workspaces.list(ANNA, WorkspaceQuery.ALL).lines().get(0).score())
                .isPresent();
        assertThat(average(workspaces.dashboard(ANNA), WorkspaceStatus.INTERESTED))
                .contains(40.0);
    }

    private static Optional<Double> average(Dashboard dashboard, WorkspaceStatus status) {
        return of(dashboard, status, Dashboard.OfStatus::averageScore);
    }

    @Test
    void countsAndAveragesByStatusAndTellsWhatClosesSoon() {
        TestTeams.store(hub.unitOfWork(), tender(0), tender(7), tender(8), tender(-1));
        for (int n : List.of(0, 1, 2, 3, 4, 7, 8, -1)) {
            workspaces.save(STRANGER, ocid(n));
        }
        move(3, WorkspaceStatus.PENDING);
        move(4, WorkspaceStatus.SUBMITTED);
        hub.scores().forTeam(OTHER).saveAll(List.of(score(1, 40), score(2, 60.5), score(4, 99), score(99, 1)));
        truth.asked();
        derived.asked();

        Dashboard dashboard = workspaces.dashboard(STRANGER);

        assertThat(dashboard.byStatus())
                .containsExactly(
                        new Dashboard.OfStatus(WorkspaceStatus.INTERESTED, 6, Optional.of(50.25)),
                        new Dashboard.OfStatus(WorkspaceStatus.PENDING, 1, Optional.empty()),
                        new Dashboard.OfStatus(WorkspaceStatus.SUBMITTED, 1, Optional.of(99.0)),
                        new Dashboard.OfStatus(WorkspaceStatus.WON, 0, Optional.empty()),
                        new Dashboard.OfStatus(WorkspaceStatus.LOST, 0, Optional.empty()),
                        new Dashboard.OfStatus(WorkspaceStatus.WITHDRAWN, 0, Optional.empty()));
        assertThat(dashboard.closingSoon())
                .extracting(Standing::ocid)
                .containsExactly(ocid(0), ocid(1), ocid(2), ocid(3));
        assertThat(truth.asked()).containsExactly("TeamWorkspace.standings");
        assertThat(derived.asked()).containsExactly("TeamScores.findAll");
    }

    private void move(int number, WorkspaceStatus status) {
        workspaces.update(
                STRANGER,
                ocid(number),
                WorkspaceUpdate.of(workspaces
                                .find(STRANGER, ocid(number))
                                .orElseThrow()
                                .clock())
                        .withStatus(status));
    }
}
