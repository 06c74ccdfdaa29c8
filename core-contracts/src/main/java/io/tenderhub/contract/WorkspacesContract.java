package io.tenderhub.contract;

import static io.tenderhub.contract.SampleTeams.ACME;
import static io.tenderhub.contract.SampleTeams.OTHER;
import static io.tenderhub.contract.SampleTenders.ocid;
import static io.tenderhub.contract.SampleTenders.tender;
import static io.tenderhub.contract.SampleTenders.toStore;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.audit.AuditEntry;
import io.tenderhub.company.CompanyProfiles;
import io.tenderhub.event.OutboxAdministration;
import io.tenderhub.event.OutboxEntry;
import io.tenderhub.event.UnitOfWork;
import io.tenderhub.failure.ConflictException;
import io.tenderhub.failure.LimitReachedException;
import io.tenderhub.failure.NotFoundException;
import io.tenderhub.memory.InMemoryHub;
import io.tenderhub.team.Actor;
import io.tenderhub.team.Plan;
import io.tenderhub.team.Plans;
import io.tenderhub.team.TeamId;
import io.tenderhub.team.TeamRegistration;
import io.tenderhub.team.TeamSaga;
import io.tenderhub.workspace.Task;
import io.tenderhub.workspace.Version;
import io.tenderhub.workspace.WorkspaceCatalog;
import io.tenderhub.workspace.WorkspaceEntry;
import io.tenderhub.workspace.WorkspaceUpdate;
import io.tenderhub.workspace.Workspaces;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link Workspaces} keeps over a store of the truth while many work at once. */
public abstract class WorkspacesContract {
    private static final int THREADS = 64;
    private static final int PLACES = 5;

    /** The clock that the implementation under test is built with. */
    protected final MovableClock clock = new MovableClock(Instant.parse("2026-11-21T08:00:00Z"));

    protected abstract UnitOfWork unitOfWork();

    protected abstract WorkspaceCatalog workspaceCatalog();

    protected abstract OutboxAdministration outboxAdministration();

    private Workspaces workspaces() {
        InMemoryHub others = new InMemoryHub(clock);
        return new Workspaces(
                unitOfWork(),
                workspaceCatalog(),
                others.summaries(),
                others.scores(),
                new Plans(List.of(new Plan(
                        SampleTeams.team(ACME).plan(),
                        OptionalInt.empty(),
                        OptionalInt.of(PLACES),
                        Optional.empty(),
                        Set.of()))),
                others.cache(),
                others.popularTenders(),
                clock);
    }

    private static Actor user(TeamId team, int number) {
        return new Actor(
                team, "user:" + number, Optional.empty(), Actor.operator(team).permissions());
    }

    @BeforeEach
    void twoTeamsAndATenderForEachThread() {
        SampleTeams.insert(unitOfWork(), ACME);
        SampleTeams.insert(unitOfWork(), OTHER);
        unitOfWork()
                .forSystem(transaction -> transaction
                        .tenders()
                        .saveAll(IntStream.range(0, THREADS + 2)
                                .mapToObj(n -> toStore(tender(ocid(n)).build()))
                                .toList()));
    }

    @Test
    void givesTheLastPlacesOfAPlanToAsManyAsThereAreAndToNobodyElse() throws Exception {
        Workspaces workspaces = workspaces();
        workspaces.save(user(ACME, 0), ocid(0));
        workspaces.save(user(ACME, 0), ocid(1));

        List<Boolean> won =
                Simultaneously.run(THREADS, thread -> () -> saves(workspaces, user(ACME, thread), ocid(2 + thread)));

        assertThat(won.stream().filter(mine -> mine)).hasSize(PLACES - 2);
        assertThat(count(ACME)).isEqualTo(PLACES);
        assertThat(events("workspace.saved")).isEqualTo(PLACES);
        assertThat(audit(ACME)).hasSize(PLACES);
        assertThat(count(OTHER)).isZero();
    }

    private static boolean saves(Workspaces workspaces, Actor actor, String ocid) {
        try {
            workspaces.save(actor, ocid);
            return true;
        } catch (LimitReachedException allTaken) {
            return false;
        }
    }

    private int count(TeamId team) {
        return unitOfWork()
                .<Integer>forTeam(team, transaction -> transaction.workspace().count());
    }

    private long events(String type) {
        return outboxAdministration().list(OutboxEntry.State.WAITING, 0, 10_000).stream()
                .filter(entry -> entry.type().equals(type))
                .count();
    }

    private List<AuditEntry> audit(TeamId team) {
        return unitOfWork()
                .<List<AuditEntry>>forTeam(
                        team, transaction -> transaction.audit().latest(Optional.empty(), 10_000));
    }

    @Test
    void savesOneEntryForAllWhoSaveTheSameTenderAtOnce() throws Exception {
        Workspaces workspaces = workspaces();

        List<WorkspaceEntry> saved =
                Simultaneously.run(THREADS, thread -> () -> workspaces.save(user(ACME, thread), ocid(0)));

        assertThat(new HashSet<>(saved)).hasSize(1);
        assertThat(events("workspace.saved")).isEqualTo(1);
    }

    @Test
    void keepsEachOfManyEditsThatRestOnTheSameOldClock() throws Exception {
        Workspaces workspaces = workspaces();
        WorkspaceEntry saved = workspaces.save(user(ACME, 0), ocid(0));
        WorkspaceUpdate seen = WorkspaceUpdate.of(saved.clock());
        int writers = WorkspaceEntry.MOST_VERSIONS;

        Simultaneously.run(
                writers,
                writer -> () -> workspaces.update(
                        user(ACME, writer % 10),
                        ocid(0),
                        seen.withNotes("by " + writer).withTask("task-" + writer, new Task("of " + writer))));

        WorkspaceEntry end = workspaces.find(user(ACME, 0), ocid(0)).orElseThrow();
        assertThat(end.conflicts()).containsOnlyKeys("notes");
        assertThat(end.conflicts().get("notes").versions().stream().<Object>map(Version::value))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, writers).mapToObj(n -> "by " + n).toList());
        assertThat(end.tasks()).hasSize(writers);
        assertThat(audit(ACME)).hasSize(1 + writers);
        assertThat(events("workspace.changed")).isEqualTo(writers);
    }

    @Test
    void losesNoEditToOneWhoRemovesTheEntryMeanwhile() throws Exception {
        Workspaces workspaces = workspaces();
        for (int round = 0; round < 10; round++) {
            WorkspaceEntry saved = workspaces.save(user(ACME, 0), ocid(0));
            List<Callable<String>> both = new ArrayList<>();
            both.add(() -> {
                workspaces.update(
                        user(ACME, 1),
                        ocid(0),
                        WorkspaceUpdate.of(saved.clock()).withNotes("Wait"));
                return "edited";
            });
            both.add(() -> {
                workspaces.remove(user(ACME, 2), ocid(0), saved.clock());
                return "removed";
            });

            List<String> done = Simultaneously.run(2, thread -> () -> unlessRefused(both.get(thread)));

            Optional<WorkspaceEntry> end = workspaces.find(user(ACME, 0), ocid(0));
            assertThat(done).containsAnyOf("edited", "removed").contains("refused");
            assertThat(end.map(WorkspaceEntry::notes))
                    .isEqualTo(done.contains("edited") ? Optional.of("Wait") : Optional.empty());
            end.ifPresent(entry -> workspaces.remove(user(ACME, 0), ocid(0), entry.clock()));
            clock.advance(Duration.ofSeconds(1));
        }
    }

    @Test
    void leavesNothingOfATeamThatIsRemovedWhileItsMembersWork() throws Exception {
        Workspaces workspaces = workspaces();
        Fragile stores = new Fragile(unitOfWork(), new Fragile.Leftovers(), Integer.MAX_VALUE);
        TeamRegistration registration = new TeamRegistration(
                unitOfWork(), Plans.standard(), stores.derived(), stores.fleeting(), clock, new Random(1));
        CompanyProfiles profiles = new CompanyProfiles(unitOfWork());
        for (int round = 0; round < 20; round++) {
            TeamId team = new TeamId("leaving-" + round);
            SampleTeams.insert(unitOfWork(), team);
            // As every registered team has, for whoever saves its profile to wait at.
            unitOfWork().forTeam(team, transaction -> {
                transaction
                        .sagas()
                        .insert(new TeamSaga(
                                team,
                                TeamSaga.Kind.REGISTRATION,
                                TeamSaga.Step.DONE,
                                0,
                                Optional.empty(),
                                clock.instant(),
                                clock.instant()));
                return team;
            });
            WorkspaceEntry saved = workspaces.save(user(team, 0), ocid(0));
            List<Callable<String>> work = List.of(
                    () -> workspaces.save(user(team, 1), ocid(1)).ocid(),
                    () -> workspaces.save(user(team, 2), ocid(0)).ocid(),
                    () -> workspaces
                            .update(
                                    user(team, 3),
                                    ocid(0),
                                    WorkspaceUpdate.of(saved.clock()).withNotes("Wait"))
                            .ocid(),
                    () -> profiles.save(Actor.operator(team), SampleProfiles.withStaff("Acme", 3))
                            .toString(),
                    () -> profiles.save(team, SampleProfiles.withStaff("Acme", 4))
                            .toString(),
                    () -> registration.remove(Actor.operator(team)).toString());

            Simultaneously.run(work.size(), thread -> () -> unlessRefused(work.get(thread)));

            assertThat(registration.resume(team).isDone()).isTrue();
            assertThat(count(team)).isZero();
            assertThat(workspaces.find(user(team, 0), ocid(0))).isEmpty();
            assertThat(profiles.find(team)).isEmpty();
        }
    }

    private static String unlessRefused(Callable<String> work) throws Exception {
        try {
            return work.call();
        } catch (ConflictException | NotFoundException refused) {
            return "refused";
        }
    }
}
