package io.tenderhub.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.company.CompanyProfile;
import io.tenderhub.company.CompanyProfiles;
import io.tenderhub.company.Coverage;
import io.tenderhub.event.DomainEvent;
import io.tenderhub.event.EventHandler;
import io.tenderhub.event.EventType;
import io.tenderhub.event.RaisedEvent;
import io.tenderhub.memory.InMemoryHub;
import io.tenderhub.requirement.RequirementFinder;
import io.tenderhub.team.Team;
import io.tenderhub.team.TeamId;
import io.tenderhub.tender.Tender;
import io.tenderhub.tender.TenderToStore;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Handlers that had read a team's profile before the team was removed, and write its scores after. */
class ScoresOfTeamsThatGoTest {
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final TeamId LEAVING = new TeamId("leaving");
    private static final TeamId STAYING = new TeamId("staying");

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final InMemoryHub hub = new InMemoryHub(clock);
    private final LateScores late = new LateScores();

    @BeforeEach
    void aTenderAndTwoTeamsWithProfiles() {
        hub.unitOfWork()
                .forSystem(transaction -> transaction
                        .tenders()
                        .saveAll(List.of(new TenderToStore(
                                Tender.builder("ocds-1", NOW).title("Paving").build(), Set.of()))));
        for (TeamId id : List.of(LEAVING, STAYING)) {
            hub.unitOfWork().forTeam(id, transaction -> {
                transaction.team().insert(new Team(id, id.value(), "pro", ZoneId.of("UTC"), Team.State.ACTIVE, NOW));
                return id;
            });
            new CompanyProfiles(hub.unitOfWork()).save(id, company(id.value()));
        }
    }

    /** As the steps of a removal do it. */
    private void remove() {
        hub.unitOfWork().forTeam(LEAVING, transaction -> transaction.team().delete());
        hub.derivedTeamData().forget(LEAVING);
    }

    /** The first scores of the team that come to be stored meet its removal on their way. */
    private final class LateScores implements ScoreRepository {
        private boolean removed;

        @Override
        public TeamScores forTeam(TeamId team) {
            TeamScores scores = hub.scores().forTeam(team);
            return new TeamScores() {
                @Override
                public int saveAll(List<StoredScore> made) {
                    if (team.equals(LEAVING) && !removed) {
                        removed = true;
                        remove();
                    }
                    return scores.saveAll(made);
                }

                @Override
                public Optional<StoredScore> find(String ocid) {
                    return scores.find(ocid);
                }

                @Override
                public List<StoredScore> findAll(Collection<String> ocids) {
                    return scores.findAll(ocids);
                }

                @Override
                public List<StoredScore> best(int limit) {
                    return scores.best(limit);
                }

                @Override
                public List<ScorePoints> points(Collection<String> ocids) {
                    return scores.points(ocids);
                }

                @Override
                public List<ScorePoints> ranked(Optional<ScorePoints> after, int limit) {
                    return scores.ranked(after, limit);
                }

                @Override
                public long count() {
                    return scores.count();
                }

                @Override
                public Map<BigDecimal, Long> countByPoints() {
                    return scores.countByPoints();
                }

                @Override
                public List<ScoreVersion> versions(Optional<String> afterOcid, int limit) {
                    return scores.versions(afterOcid, limit);
                }

                @Override
                public List<ScoreVersion> versionsOf(Collection<String> ocids) {
                    return scores.versionsOf(ocids);
                }

                @Override
                public int deleteAll(Collection<String> ocids) {
                    return scores.deleteAll(ocids);
                }

                @Override
                public long deleteEverything() {
                    return scores.deleteEverything();
                }
            };
        }

        @Override
        public List<TeamId> teams() {
            return hub.scores().teams();
        }
    }

    private void handle(EventHandler handler, EventType type, TeamId team, String aggregate) {
        handler.handle(List.of(new RaisedEvent(1, new DomainEvent(type, aggregate, Optional.of(team), Map.of()), NOW)));
        assertThat(late.removed).isTrue();
    }

    @Test
    void aTenderThatIsScoredMeanwhileLeavesNone() {
        ScoreTender handler = new ScoreTender(
                hub.tenderCatalog(),
                hub.profileCatalog(),
                late,
                hub.workspaceFollowers(),
                new RequirementFinder(),
                Policies.builtIn().defaultChoice(),
                clock);

        handle(handler, EventType.TENDER_UPDATED, LEAVING, "ocds-1");

        assertThat(hub.scores().teams()).containsExactly(STAYING);
    }

    @Test
    void aRecalculationThatIsUnderWayLeavesNone() {
        RecalculateTeam handler = new RecalculateTeam(
                hub.tenderCatalog(),
                hub.profileCatalog(),
                late,
                hub.workspaceFollowers(),
                new RequirementFinder(),
                Policies.builtIn().defaultChoice(),
                clock);

        handle(handler, EventType.COMPANY_UPDATED, LEAVING, LEAVING.value());

        assertThat(hub.scores().teams()).isEmpty();
    }

    @Test
    void aTenderThatWasSavedJustBeforeLeavesNone() {
        ScoreSaved handler = new ScoreSaved(
                hub.tenderCatalog(),
                hub.profileCatalog(),
                late,
                hub.workspaceFollowers(),
                new RequirementFinder(),
                Policies.builtIn().defaultChoice(),
                clock);

        handle(handler, EventType.WORKSPACE_SAVED, LEAVING, "ocds-1");

        assertThat(hub.scores().teams()).isEmpty();
    }

    private static CompanyProfile company(String name) {
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
