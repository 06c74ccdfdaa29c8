package io.tenderhub.team;

import io.tenderhub.account.Accounts;
import io.tenderhub.account.LoginAttempts;
import io.tenderhub.account.Logins;
import io.tenderhub.account.QuickHasher;
import io.tenderhub.account.Secret;
import io.tenderhub.account.TestClock;
import io.tenderhub.account.TokenMint;
import io.tenderhub.account.User;
import io.tenderhub.audit.AuditEntry;
import io.tenderhub.event.ClaimedEvent;
import io.tenderhub.event.DomainEvent;
import io.tenderhub.event.EventSelection;
import io.tenderhub.memory.InMemoryHub;
import io.tenderhub.quota.WithoutCount;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A hub in memory with everything that teams are used by. */
public final class TeamStand {
    public static final TeamId ACME = new TeamId("acme");
    public static final TeamId OTHER = new TeamId("other");
    static final Secret PASSWORD = new Secret("correct horse battery");

    public final TestClock clock = new TestClock();
    public final InMemoryHub hub = new InMemoryHub(clock);
    public final Plans plans = Plans.standard();
    private final SecureRandom random = new SecureRandom();
    private final QuickHasher hasher = new QuickHasher();
    final Accounts accounts = new Accounts(hub.unitOfWork(), hasher, hub.sessions(), clock, random);
    final Logins logins = new Logins(
            hub.unitOfWork(),
            hasher,
            hub.sessions(),
            new LoginAttempts(hub.rateLimiter(), LoginAttempts.USUAL, WithoutCount.refuse(away -> {}), clock),
            random);
    final Members members = new Members(hub.unitOfWork());
    final Invitations invitations = new Invitations(hub.unitOfWork(), plans, clock, random);
    final ApiKeys apiKeys = new ApiKeys(hub.unitOfWork(), clock, random);
    final Access access = new Access(hub.unitOfWork(), logins, apiKeys);
    final Teams teams = new Teams(hub.unitOfWork(), plans, clock);

    TeamRegistration registration() {
        return new TeamRegistration(
                hub.unitOfWork(), plans, hub.derivedTeamData(), hub.volatileTeamData(), clock, random);
    }

    /** A user {@code <name>@example.org}. */
    public User user(String name) {
        return accounts.register(name + "@example.org", name, PASSWORD);
    }

    /** An active team with one owner, who acts. */
    public Actor team(TeamId id, String plan, User owner) {
        Team team =
                new Team(id, "Team " + id, plan, ZoneId.of("Africa/Johannesburg"), Team.State.ACTIVE, clock.instant());
        hub.unitOfWork().forTeam(id, transaction -> {
            transaction.team().insert(team);
            return id;
        });
        return join(id, owner, Role.OWNER);
    }

    /** A further member, past all rules. */
    public Actor join(TeamId id, User user, Role role) {
        hub.unitOfWork().forTeam(id, transaction -> {
            transaction.members().save(new Member(user.id(), role, clock.instant()));
            return id;
        });
        clock.advance(Duration.ofSeconds(1));
        return Actor.ofMember(id, user.id(), role);
    }

    /** A program with a key of these scopes, made past all rules. */
    Actor program(TeamId id, Permission... scopes) {
        ApiKey key = new ApiKey(
                "k", "Program", TokenMint.hash("?"), Set.of(scopes), "operator", clock.instant(), Optional.empty());
        hub.unitOfWork().forTeam(id, transaction -> {
            transaction.apiKeys().insert(key);
            return id;
        });
        return Actor.ofApiKey(id, key.id(), key.scopes());
    }

    void setState(TeamId id, Team.State state) {
        hub.unitOfWork()
                .<Boolean>forTeam(
                        id,
                        transaction -> transaction
                                .team()
                                .update(transaction.team().find().orElseThrow().withState(state)));
    }

    List<Member> membersOf(TeamId id) {
        return hub.unitOfWork()
                .<List<Member>>forTeam(id, transaction -> transaction.members().all());
    }

    /** The newest first. */
    public List<AuditEntry> trail(TeamId id) {
        return hub.unitOfWork()
                .<List<AuditEntry>>forTeam(
                        id, transaction -> transaction.audit().latest(Optional.empty(), 1000));
    }

    /** Those not taken yet, in the order they were raised. */
    public List<DomainEvent> events() {
        return hub.outboxQueue().claim(1000, Duration.ofMinutes(1), EventSelection.ALL).stream()
                .map(ClaimedEvent::event)
                .toList();
    }
}
