package io.tenderhub.contract;

import io.tenderhub.account.EmailAddress;
import io.tenderhub.account.PasswordHash;
import io.tenderhub.account.User;
import io.tenderhub.account.UserId;
import io.tenderhub.event.UnitOfWork;
import io.tenderhub.team.ApiKey;
import io.tenderhub.team.Invitation;
import io.tenderhub.team.Member;
import io.tenderhub.team.Permission;
import io.tenderhub.team.Role;
import io.tenderhub.team.Team;
import io.tenderhub.team.TeamId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/** Teams and users for tests. */
public final class SampleTeams {
    public static final TeamId ACME = new TeamId("acme");
    public static final TeamId OTHER = new TeamId("other");
    private static final Instant THEN = Instant.parse("2026-11-20T08:00:00Z");

    private SampleTeams() {}

    /** An active team in Johannesburg. */
    public static Team team(TeamId id) {
        return new Team(id, "Team " + id, "basic", ZoneId.of("Africa/Johannesburg"), Team.State.ACTIVE, THEN);
    }

    /** A user with the address {@code <id>@example.org}. */
    public static User user(String id) {
        return new User(new UserId(id), new EmailAddress(id + "@example.org"), "User " + id, THEN, false);
    }

    public static Invitation invitation(String id, Instant createdAt) {
        return new Invitation(
                id,
                new EmailAddress(id + "@example.org"),
                Role.MEMBER,
                "hash-of-" + id,
                "user:jo",
                createdAt,
                createdAt.plusSeconds(604_800));
    }

    public static ApiKey apiKey(String id, Instant createdAt) {
        return new ApiKey(
                id,
                "Key " + id,
                "hash-of-" + id,
                Set.of(Permission.READ, Permission.EDIT_WORKSPACE),
                "user:jo",
                createdAt,
                Optional.empty());
    }

    /** Stores a team, without members. */
    public static void insert(UnitOfWork unitOfWork, TeamId id) {
        unitOfWork.forTeam(id, transaction -> {
            transaction.team().insert(team(id));
            return id;
        });
    }

    /** Stores a user. */
    public static UserId insertUser(UnitOfWork unitOfWork, String id) {
        return unitOfWork.<UserId>forSystem(transaction -> {
            transaction.users().insert(user(id), new PasswordHash("hash-of-" + id));
            return new UserId(id);
        });
    }

    /** Adds a stored user to a stored team. */
    public static void join(UnitOfWork unitOfWork, TeamId team, UserId user, Role role, Instant at) {
        unitOfWork.forTeam(team, transaction -> {
            transaction.members().save(new Member(user, role, at));
            return user;
        });
    }
}
