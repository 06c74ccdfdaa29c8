package io.tenderhub.bootstrap;

import io.tenderhub.account.Accounts;
import io.tenderhub.account.LoginAttempts;
import io.tenderhub.account.Logins;
import io.tenderhub.account.PasswordHasher;
import io.tenderhub.account.SessionStore;
import io.tenderhub.audit.AuditReader;
import io.tenderhub.event.UnitOfWork;
import io.tenderhub.failure.UnavailableException;
import io.tenderhub.mongo.MongoAdapter;
import io.tenderhub.quota.RateLimiter;
import io.tenderhub.quota.WithoutCount;
import io.tenderhub.redis.RedisAdapter;
import io.tenderhub.team.Access;
import io.tenderhub.team.ApiKeys;
import io.tenderhub.team.Invitations;
import io.tenderhub.team.Members;
import io.tenderhub.team.Plans;
import io.tenderhub.team.TeamRegistration;
import io.tenderhub.team.Teams;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.function.Consumer;

/** The use cases that concern users and teams. */
record HubTeams(
        Plans plans,
        Accounts accounts,
        Logins logins,
        Teams teams,
        Members members,
        Invitations invitations,
        ApiKeys apiKeys,
        Access access,
        AuditReader auditTrail,
        TeamRegistration registration) {
    static HubTeams of(
            HubConfiguration configuration,
            UnitOfWork unitOfWork,
            MongoAdapter mongo,
            RedisAdapter redis,
            RateLimiter limiter,
            PasswordHasher hasher,
            Clock clock) {
        Plans plans = configuration.plans();
        SecureRandom random = new SecureRandom();
        SessionStore sessions = redis.sessions();
        Logins logins = logins(unitOfWork, hasher, sessions, limiter, clock, random);
        ApiKeys apiKeys = new ApiKeys(unitOfWork, clock, random);
        return new HubTeams(
                plans,
                new Accounts(unitOfWork, hasher, sessions, clock, random),
                logins,
                new Teams(unitOfWork, plans, clock),
                new Members(unitOfWork),
                new Invitations(unitOfWork, plans, clock, random),
                apiKeys,
                new Access(unitOfWork, logins, apiKeys),
                new AuditReader(unitOfWork),
                new TeamRegistration(
                        unitOfWork, plans, mongo.derivedTeamData(), redis.volatileTeamData(), clock, random));
    }

    private static Logins logins(
            UnitOfWork unitOfWork,
            PasswordHasher hasher,
            SessionStore sessions,
            RateLimiter limiter,
            Clock clock,
            SecureRandom random) {
        // Whatever is set for quotas: without Redis nobody gets a session, so an attempt that is let through only tells
        // a guesser, as often as he likes, whether his guess was right.
        WithoutCount whenAway = WithoutCount.refuse(new OutageJournal("refused", clock));
        LoginAttempts attempts = new LoginAttempts(limiter, LoginAttempts.USUAL, whenAway, clock);
        return new Logins(unitOfWork, hasher, sessions, attempts, random);
    }

    static WithoutCount whenAway(HubConfiguration configuration, Clock clock) {
        boolean open = configuration.text(Setting.QUOTA_WHEN_AWAY).equals("open");
        Consumer<UnavailableException> journal = new OutageJournal(open ? "let through" : "refused", clock);
        return open ? WithoutCount.letThrough(journal) : WithoutCount.refuse(journal);
    }
}
