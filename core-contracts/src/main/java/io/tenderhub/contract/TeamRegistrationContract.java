package io.tenderhub.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenderhub.account.UserId;
import io.tenderhub.audit.AuditEntry;
import io.tenderhub.company.CompanyProfile;
import io.tenderhub.company.CompanyProfiles;
import io.tenderhub.contract.Fragile.Killed;
import io.tenderhub.contract.Fragile.Leftovers;
import io.tenderhub.event.DomainEvent;
import io.tenderhub.event.EventType;
import io.tenderhub.event.OutboxAdministration;
import io.tenderhub.event.OutboxEntry;
import io.tenderhub.event.RaisedEvent;
import io.tenderhub.event.UnitOfWork;
import io.tenderhub.failure.ConflictException;
import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.failure.NotAllowedException;
import io.tenderhub.failure.NotFoundException;
import io.tenderhub.failure.TenderHubException;
import io.tenderhub.failure.UnavailableException;
import io.tenderhub.team.Actor;
import io.tenderhub.team.DerivedTeamData;
import io.tenderhub.team.FinishTeams;
import io.tenderhub.team.Member;
import io.tenderhub.team.NewTeam;
import io.tenderhub.team.Plans;
import io.tenderhub.team.Role;
import io.tenderhub.team.Team;
import io.tenderhub.team.TeamId;
import io.tenderhub.team.TeamRegistration;
import io.tenderhub.team.TeamSaga;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link TeamRegistration} promises over a truth, whatever happens to the other stores and to the nodes that use it. */
public abstract class TeamRegistrationContract {
    private static final TeamId ACME = new TeamId("acme");
    private static final int FOREVER = Integer.MAX_VALUE;

    /** The clock that the implementation under test is built with. */
    protected final MovableClock clock = new MovableClock(Instant.parse("2026-11-21T08:00:00Z"));

    private final Leftovers leftovers = new Leftovers();
    private UserId jo = new UserId("nobody-yet");

    protected abstract UnitOfWork unitOfWork();

    protected abstract OutboxAdministration outbox();

    @BeforeEach
    void anEarlierTimeLeftSomething() {
        jo = SampleTeams.insertUser(unitOfWork(), "jo");
        leftovers.derived.put(ACME, clock.instant().minusSeconds(1));
        leftovers.fleeting.add(ACME);
    }

    private Fragile node(int lives) {
        return new Fragile(unitOfWork(), leftovers, lives);
    }

    private TeamRegistration registration(Fragile node) {
        return new TeamRegistration(
                node.unitOfWork(), Plans.standard(), node.derived(), node.fleeting(), clock, new Random(1));
    }

    private TeamRegistration registration() {
        return registration(node(FOREVER));
    }

    private NewTeam acme() {
        return new NewTeam("Acme Builders", Optional.of(ACME), "free", ZoneId.of("Africa/Johannesburg"), jo);
    }

    private Optional<Team> find(TeamId id) {
        return unitOfWork()
                .<Optional<Team>>forTeam(id, transaction -> transaction.team().find());
    }

    private TeamSaga saga() {
        return unitOfWork()
                .<Optional<TeamSaga>>forTeam(
                        ACME, transaction -> transaction.sagas().find())
                .orElseThrow();
    }

    private Team.State state() {
        return find(ACME).orElseThrow().state();
    }

    private List<String> trail() {
        return unitOfWork()
                .<List<AuditEntry>>forTeam(
                        ACME, transaction -> transaction.audit().latest(Optional.empty(), 50))
                .stream()
                .map(entry -> entry.actor() + " " + entry.action())
                .toList();
    }

    private List<DomainEvent> events() {
        return outbox().list(OutboxEntry.State.WAITING, 0, 100).stream()
                .map(entry -> new DomainEvent(
                        EventType.ofCode(entry.type()),
                        entry.aggregateId(),
                        entry.team().map(TeamId::new),
                        Map.of()))
                .toList();
    }

    /** As the relay would, once for each event that waits. */
    private void handleEvents(TeamRegistration registration) {
        FinishTeams handler = registration.handler();
        for (DomainEvent event : events()) {
            if (handler.handles().contains(event.type())) {
                handler.handle(List.of(new RaisedEvent(1, event, clock.instant())));
            }
        }
    }

    private void isReady() {
        Team team = find(ACME).orElseThrow();
        assertThat(team.state()).isEqualTo(Team.State.ACTIVE);
        assertThat(members()).containsExactly(new Member(jo, Role.OWNER, team.createdAt()));
        assertThat(saga().isDone()).isTrue();
        assertThat(leftovers.derived).doesNotContainKey(ACME);
        assertThat(leftovers.fleeting).doesNotContain(ACME);
        assertThat(trail()).containsExactly("hub team.activated", "user:jo team.registered");
        assertThat(registration().unfinished()).isEmpty();
    }

    private void isGone() {
        assertThat(find(ACME)).isEmpty();
        assertThat(members()).isEmpty();
        assertThat(saga().kind()).isEqualTo(TeamSaga.Kind.REMOVAL);
        assertThat(saga().isDone()).isTrue();
        assertThat(leftovers.derived).doesNotContainKey(ACME);
        assertThat(leftovers.fleeting).doesNotContain(ACME);
        assertThat(registration().unfinished()).isEmpty();
    }

    private List<Member> members() {
        return unitOfWork()
                .<List<Member>>forTeam(
                        ACME, transaction -> transaction.members().all());
    }

    private void worksForAWhile() {
        leftovers.derived.put(ACME, clock.instant());
        leftovers.fleeting.add(ACME);
    }

    @Test
    void givesAPlanOtherThanTheFirstToTheTeamsOfWhoRunsTheHubAlone() {
        NewTeam paid = new NewTeam("Acme", Optional.of(ACME), "pro", ZoneId.of("UTC"), jo);

        assertThatExceptionOfType(NotAllowedException.class)
                .isThrownBy(() -> registration().register(paid));
        assertThat(find(ACME)).isEmpty();

        assertThat(registration().registerAsOperator(paid).plan()).isEqualTo("pro");
    }

    @Test
    void makesATeamReadyInAllStores() {
        Team team = registration().register(acme());

        assertThat(team)
                .isEqualTo(new Team(
                        ACME,
                        "Acme Builders",
                        "free",
                        ZoneId.of("Africa/Johannesburg"),
                        Team.State.ACTIVE,
                        clock.instant()));
        isReady();
        assertThat(events())
                .containsExactly(new DomainEvent(EventType.TEAM_CREATED, "acme", Optional.of(ACME), Map.of()));
    }

    @Test
    void removesATeamFromAllStoresButItsTrail() {
        registration().register(acme());
        worksForAWhile();

        TeamSaga removal = registration().remove(Actor.ofMember(ACME, jo, Role.OWNER));

        assertThat(removal.isDone()).isTrue();
        isGone();
        assertThat(trail())
                .containsExactly(
                        "hub team.removed", "user:jo team.leaving", "hub team.activated", "user:jo team.registered");
        assertThat(events())
                .extracting(DomainEvent::type)
                .containsExactlyInAnyOrder(EventType.TEAM_CREATED, EventType.TEAM_DELETED);
    }

    @Test
    void aRegistrationThatAStoreBreaksIsFinishedByItsEvent() {
        for (Consumer<Fragile> breaking : List.<Consumer<Fragile>>of(
                node -> node.derivedFails = Optional.of(Fragile.away("MongoDB")), node -> node.fleetingIsAway = true)) {
            TeamId id = new TeamId("acme-" + System.identityHashCode(breaking));
            Fragile node = node(FOREVER);
            breaking.accept(node);
            NewTeam wanted = new NewTeam("Acme", Optional.of(id), "free", ZoneId.of("UTC"), jo);

            Team half = registration(node).register(wanted);

            assertThat(half.state()).isEqualTo(Team.State.REGISTERING);
            assertThatExceptionOfType(UnavailableException.class)
                    .isThrownBy(() -> handleEvents(registration(node)))
                    .withMessageContaining("the test took it away");
            assertThat(registration().unfinished()).singleElement().satisfies(saga -> {
                assertThat(saga.team()).isEqualTo(id);
                assertThat(saga.attempts()).isEqualTo(2);
                assertThat(saga.lastError().orElseThrow()).contains("the test took it away");
            });

            handleEvents(registration());
            assertThat(find(id).orElseThrow().state()).isEqualTo(Team.State.ACTIVE);
            assertThat(registration().unfinished()).isEmpty();
        }
    }

    @Test
    void aRemovalThatAStoreBreaksIsFinishedByItsEvent() {
        for (Consumer<Fragile> breaking : List.<Consumer<Fragile>>of(
                node -> node.derivedFails = Optional.of(Fragile.away("MongoDB")), node -> node.fleetingIsAway = true)) {
            TeamId id = new TeamId("acme-" + System.identityHashCode(breaking));
            registration().register(new NewTeam("Acme", Optional.of(id), "free", ZoneId.of("UTC"), jo));
            leftovers.derived.put(id, clock.instant());
            leftovers.fleeting.add(id);
            Fragile node = node(FOREVER);
            breaking.accept(node);

            TeamSaga half = registration(node).remove(Actor.operator(id));

            assertThat(half.isDone()).isFalse();
            assertThat(find(id)).as("is of no use at once").isEmpty();
            assertThat(registration().unfinished()).containsExactly(half);
            assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> handleEvents(registration(node)));

            handleEvents(registration());
            assertThat(leftovers.derived).doesNotContainKey(id);
            assertThat(leftovers.fleeting).doesNotContain(id);
            assertThat(registration().unfinished()).isEmpty();
        }
    }

    @Test
    void nothingIsKeptOfARegistrationThatTheTruthDidNotTake() {
        Fragile node = node(FOREVER);
        node.truthIsAway = true;

        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> registration(node).register(acme()));

        assertThat(find(ACME)).isEmpty();
        registration().register(acme());
        isReady();
    }

    @Test
    void whereverANodeDiesDuringARegistrationTheEventFinishesItOrNothingWasBegun() {
        int deaths = 0;
        for (boolean survived = false; !survived; deaths++) {
            TeamRegistration dying = registration(node(deaths));
            try {
                dying.register(acme());
                survived = true;
            } catch (Killed killed) {
                handleEvents(registration());
                if (find(ACME).isEmpty()) {
                    assertThat(events()).isEmpty();
                    continue;
                }
            }
            isReady();
            startAgain();
        }
        assertThat(deaths).isGreaterThan(10);
    }

    @Test
    void whereverANodeDiesDuringARemovalTheEventFinishesItOrNothingWasBegun() {
        int deaths = 0;
        for (boolean survived = false; !survived; deaths++) {
            if (find(ACME).isEmpty()) {
                registration().register(acme());
            }
            worksForAWhile();
            TeamRegistration dying = registration(node(deaths));
            try {
                dying.remove(Actor.operator(ACME));
                survived = true;
            } catch (Killed killed) {
                handleEvents(registration());
                if (find(ACME).isPresent()) {
                    assertThat(state()).isEqualTo(Team.State.ACTIVE);
                    assertThat(leftovers.derived).containsKey(ACME);
                    continue;
                }
            }
            isGone();
            startAgain();
        }
        assertThat(deaths).isGreaterThan(10);
    }

    /** A fresh truth. */
    protected abstract void startAgainEmpty();

    private void startAgain() {
        startAgainEmpty();
        anEarlierTimeLeftSomething();
    }

    @Test
    void anEventThatComesAgainAndOnManyNodesChangesNothing() throws Exception {
        Fragile node = node(FOREVER);
        node.fleetingIsAway = true;
        registration(node).register(acme());

        Simultaneously.run(8, i -> () -> {
            handleEvents(registration());
            return i;
        });
        handleEvents(registration());
        isReady();

        worksForAWhile();
        handleEvents(registration());
        assertThat(leftovers.derived).as("the work of an active team").containsKey(ACME);

        registration(node).remove(Actor.operator(ACME));
        Simultaneously.run(8, i -> () -> {
            handleEvents(registration());
            return i;
        });
        isGone();
    }

    @Test
    void aNodeThatIsLateTakesNothingFromATeamThatWorks() {
        Fragile late = node(FOREVER);
        late.derivedFails = Optional.of(Fragile.away("MongoDB"));
        registration(late).register(acme());
        TeamSaga seen = saga();
        registration().resume(ACME);
        worksForAWhile();

        // What the late node does now is what it had begun when it saw the first step.
        late.derivedFails = Optional.empty();
        late.derived().forgetOlder(ACME, seen.startedAt());

        assertThat(leftovers.derived).containsKey(ACME);
    }

    @Test
    void aTeamThatIsRemovedWhileItIsRegisteredIsUndoneAndNeverBecomesActive() throws Exception {
        Fragile node = node(FOREVER);
        node.fleetingIsAway = true;
        registration(node).register(acme());

        TeamSaga given = registration(node).remove(Actor.operator(ACME));
        assertThat(given.kind()).isEqualTo(TeamSaga.Kind.REMOVAL);

        handleEvents(registration());
        isGone();
        assertThat(trail()).doesNotContain("hub team.activated");
    }

    @Test
    void aRegistrationAndARemovalAtOnceEndInARemoval() throws Exception {
        Fragile node = node(FOREVER);
        node.derivedFails = Optional.of(Fragile.away("MongoDB"));
        registration(node).register(acme());

        Simultaneously.run(8, i -> () -> {
            try {
                return i == 0
                        ? registration().remove(Actor.operator(ACME)).team()
                        : registration().resume(ACME).team();
            } catch (ConflictException others) {
                return ACME;
            }
        });

        handleEvents(registration());
        isGone();
    }

    @Test
    void aRegistrationThatCanNotSucceedIsUndone() {
        Fragile node = node(FOREVER);
        InvalidInputException refused = new InvalidInputException("team", "id", "is refused");
        node.derivedFails = Optional.of(refused);

        assertThatThrownBy(() -> registration(node).register(acme())).isSameAs(refused);

        assertThat(find(ACME)).isEmpty();
        handleEvents(registration());
        isGone();
    }

    @Test
    void aNodeThatFailsWhereAnotherHasFinishedGivesUpNothing() {
        Fragile node = node(FOREVER);
        DerivedTeamData overtaken = new DerivedTeamData() {
            @Override
            public void forget(TeamId team) {
                node.derived().forget(team);
            }

            @Override
            public void forgetOlder(TeamId team, Instant than) {
                registration().resume(team);
                throw new InvalidInputException("team", "id", "is refused");
            }
        };
        TeamRegistration slow = new TeamRegistration(
                node.unitOfWork(), Plans.standard(), overtaken, node.fleeting(), clock, new Random(1));

        assertThat(slow.register(acme()).state()).isEqualTo(Team.State.ACTIVE);

        isReady();
    }

    @Test
    void oneOfManyGetsAnId() throws Exception {
        List<Boolean> won = Simultaneously.run(64, i -> () -> {
            try {
                return registration().register(acme()).state() == Team.State.ACTIVE;
            } catch (ConflictException taken) {
                assertThat(taken).hasMessageContaining("acme is taken");
                return false;
            }
        });

        assertThat(won).containsOnlyOnce(true);
        isReady();
        assertThat(events()).hasSize(1);
    }

    @Test
    void anIdIsNeverGivenTwice() {
        registration().register(acme());
        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> registration().register(acme()));
        registration().remove(Actor.operator(ACME));

        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> registration().register(acme()));
        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> registration().registerAsOperator(acme()));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> registration().remove(Actor.operator(ACME)));
    }

    @Test
    void makesAnIdOfTheNameWhereNoneIsWished() {
        List<String> ids = Stream.of("Zanelé & Söns (Pty) Ltd", "Zanele & Sons, Pty. Ltd.", "建設", "x".repeat(100))
                .map(name -> new NewTeam(name, Optional.empty(), "free", ZoneId.of("UTC"), jo))
                .map(wanted -> registration().register(wanted).id().value())
                .toList();

        assertThat(ids.get(0)).isEqualTo("zanele-sons-pty-ltd");
        assertThat(ids.get(1)).matches("zanele-sons-pty-ltd-[a-z0-9]{3,4}");
        assertThat(ids.get(2)).isEqualTo("team");
        assertThat(ids.get(3)).isEqualTo("x".repeat(40));
    }

    @Test
    void onlyWhoRunsTheHubTakesAnIdUnderWhichAProfileWasKeptBefore() {
        unitOfWork().forTeam(ACME, transaction -> transaction.profile().save(SampleProfiles.withStaff("Acme", 3)));

        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> registration().register(acme()));
        assertThat(registration().registerAsOperator(acme()).state()).isEqualTo(Team.State.ACTIVE);

        assertThat(events()).extracting(DomainEvent::type).contains(EventType.COMPANY_UPDATED);
        assertThat(trail()).contains("operator team.registered");
    }

    @Test
    void noProfileIsKeptForATeamThatLeavesOrHasLeft() {
        CompanyProfiles profiles = new CompanyProfiles(unitOfWork());
        CompanyProfile profile = SampleProfiles.withStaff("Acme", 3);
        registration().register(acme());
        profiles.save(ACME, profile);
        Fragile node = node(FOREVER);
        node.fleetingIsAway = true;
        registration(node).remove(Actor.operator(ACME));

        assertThatExceptionOfType(ConflictException.class).isThrownBy(() -> profiles.save(ACME, profile));
        handleEvents(registration());
        isGone();
        assertThatExceptionOfType(ConflictException.class).isThrownBy(() -> profiles.save(ACME, profile));
        assertThat(profiles.find(ACME)).isEmpty();
    }

    @Test
    void saysEverythingThatIsWrongWithATeam() {
        NewTeam wrong = new NewTeam(" \n ", Optional.of(ACME), "platinum", ZoneId.of("UTC"), jo);
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> registration().register(wrong))
                .satisfies(e -> assertThat(e.problems())
                        .extracting(problem -> problem.path())
                        .containsExactly("name", "plan"));
        NewTeam twoLines = new NewTeam("a\nb", Optional.of(ACME), "free", ZoneId.of("UTC"), jo);
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> registration().register(twoLines));

        NewTeam ofNobody =
                new NewTeam("Acme", Optional.of(ACME), "free", ZoneId.of("UTC"), new UserId("somebody-else"));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> registration().register(ofNobody));
        unitOfWork().forSystem(transaction -> transaction.users().setDisabled(jo, true));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> registration().register(acme()));
        assertThat(events()).isEmpty();
    }

    @Test
    void onlyWhoMayManageATeamRemovesIt() {
        registration().register(acme());

        assertThatExceptionOfType(NotAllowedException.class)
                .isThrownBy(() -> registration().remove(Actor.ofMember(ACME, jo, Role.ADMIN)));
        assertThatExceptionOfType(TenderHubException.class)
                .isThrownBy(() -> registration().remove(Actor.operator(new TeamId("nobody"))));
        isReady();
    }

    @Test
    void whoWasOwnerWhenHeWasAuthenticatedAndIsNotAnyMoreRemovesNothing() {
        registration().register(acme());
        Actor stale = Actor.ofMember(ACME, jo, Role.OWNER);
        unitOfWork().forTeam(ACME, transaction -> {
            transaction.members().save(new Member(jo, Role.VIEWER, clock.instant()));
            return ACME;
        });

        assertThatExceptionOfType(NotAllowedException.class)
                .isThrownBy(() -> registration().remove(stale));
        unitOfWork().forTeam(ACME, transaction -> transaction.members().remove(jo));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> registration().remove(stale));
        assertThat(state()).isEqualTo(Team.State.ACTIVE);
    }

    @Test
    void anEventOfATeamThatNeverWasIsNoFailure() {
        FinishTeams handler = registration().handler();
        for (EventType type : handler.handles()) {
            handler.handle(List.of(
                    new RaisedEvent(1, new DomainEvent(type, "nobody", Optional.empty(), Map.of()), clock.instant())));
        }
    }
}
