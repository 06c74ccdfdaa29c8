package io.tenderhub.workspace;

import io.tenderhub.account.UserId;
import io.tenderhub.company.CompanyProfile;
import io.tenderhub.company.Coverage;
import io.tenderhub.event.DomainEvent;
import io.tenderhub.event.EventType;
import io.tenderhub.event.UnitOfWork;
import io.tenderhub.team.Actor;
import io.tenderhub.team.Feature;
import io.tenderhub.team.Member;
import io.tenderhub.team.Plan;
import io.tenderhub.team.Plans;
import io.tenderhub.team.Role;
import io.tenderhub.team.Team;
import io.tenderhub.team.TeamId;
import io.tenderhub.tender.TenderBuilder;
import io.tenderhub.tender.TenderToStore;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Two teams, their people, and tenders to follow. */
final class TestTeams {
    static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    static final TeamId ACME = new TeamId("acme");
    static final TeamId OTHER = new TeamId("other");
    static final UserId ANNA_ID = new UserId("anna");
    static final Actor ANNA = Actor.ofMember(ACME, ANNA_ID, Role.MEMBER);
    static final Actor BOB = Actor.ofMember(ACME, new UserId("bob"), Role.ADMIN);
    static final Actor VIEWER = Actor.ofMember(ACME, new UserId("vic"), Role.VIEWER);
    static final Actor STRANGER = Actor.ofMember(OTHER, new UserId("sam"), Role.OWNER);
    /** Lets a team save three tenders. */
    static final Plans PLANS = new Plans(List.of(
            new Plan("small", OptionalInt.empty(), OptionalInt.of(3), Optional.empty(), Set.of(Feature.values())),
            new Plan("large", OptionalInt.empty(), OptionalInt.empty(), Optional.empty(), Set.of(Feature.values())),
            new Plan("bare", OptionalInt.empty(), OptionalInt.empty(), Optional.empty(), Set.of())));

    private TestTeams() {}

    /** Registers both teams, Acme on the small plan with its three members. */
    static void register(UnitOfWork unitOfWork) {
        unitOfWork.forTeam(ACME, transaction -> {
            transaction.team().insert(team(ACME, "small"));
            for (Actor actor : List.of(ANNA, BOB, VIEWER)) {
                transaction.members().save(new Member(actor.user().orElseThrow(), Role.MEMBER, NOW));
            }
            return true;
        });
        unitOfWork.forTeam(OTHER, transaction -> {
            transaction.team().insert(team(OTHER, "large"));
            return true;
        });
    }

    static Team team(TeamId id, String plan) {
        return new Team(id, "Team " + id, plan, ZoneId.of("Africa/Johannesburg"), Team.State.ACTIVE, NOW);
    }

    /** Stores tenders, with their events. */
    static void store(UnitOfWork unitOfWork, TenderBuilder... tenders) {
        unitOfWork.forSystem(transaction -> {
            List<TenderToStore> all = Arrays.stream(tenders)
                    .map(tender -> new TenderToStore(tender.build(), Set.of()))
                    .toList();
            transaction.tenders().saveAll(all);
            transaction
                    .outbox()
                    .append(all.stream()
                            .map(tender -> new DomainEvent(
                                    EventType.TENDER_UPDATED, tender.tender().ocid(), Optional.empty(), Map.of()))
                            .toList());
            return true;
        });
    }

    static CompanyProfile company(String name) {
        return new CompanyProfile(
                name,
                List.of("construction"),
                List.of("paving"),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                true,
                true,
                true,
                Set.of(),
                new Coverage(true, Set.of()),
                Optional.of(5),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
