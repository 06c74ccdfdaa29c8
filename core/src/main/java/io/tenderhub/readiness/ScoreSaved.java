package io.tenderhub.readiness;

import io.tenderhub.company.ProfileCatalog;
import io.tenderhub.company.StoredProfile;
import io.tenderhub.event.DomainEvent;
import io.tenderhub.event.EventHandler;
import io.tenderhub.event.EventType;
import io.tenderhub.event.RaisedEvent;
import io.tenderhub.requirement.RequirementFinder;
import io.tenderhub.team.TeamId;
import io.tenderhub.tender.StoredTender;
import io.tenderhub.tender.TenderCatalog;
import io.tenderhub.workspace.WorkspaceEvents;
import io.tenderhub.workspace.WorkspaceFollowers;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Scores a tender again for the one team that saved it, or that told whether it was at its briefing. A batch costs one read of
 * the tenders and, for each team in it, a few reads and one write.
 */
public final class ScoreSaved implements EventHandler {
    private final TenderCatalog catalog;
    private final ProfileCatalog profiles;
    private final ScoreRepository scores;
    private final WorkspaceFollowers followers;
    private final TeamScoring scoring;
    private final Clock clock;

    public ScoreSaved(
            TenderCatalog catalog,
            ProfileCatalog profiles,
            ScoreRepository scores,
            WorkspaceFollowers followers,
            RequirementFinder requirements,
            PolicyChoice policies,
            Clock clock) {
        this.catalog = catalog;
        this.profiles = profiles;
        this.scores = scores;
        this.followers = followers;
        this.scoring = new TeamScoring(scores, requirements, policies);
        this.clock = clock;
    }

    @Override
    public String name() {
        return "score-saved";
    }

    @Override
    public Set<EventType> handles() {
        return EnumSet.of(EventType.WORKSPACE_SAVED, EventType.WORKSPACE_CHANGED);
    }

    @Override
    public boolean takesLong() {
        return false;
    }

    @Override
    public void handle(List<RaisedEvent> events) {
        Instant now = clock.instant();
        Map<String, Set<String>> ocidsOfTeam = new TreeMap<>();
        for (RaisedEvent raised : events) {
            DomainEvent event = raised.event();
            if (WorkspaceEvents.bearOnScore(event)) {
                event.team()
                        .ifPresent(team -> ocidsOfTeam
                                .computeIfAbsent(team.value(), id -> new TreeSet<>())
                                .add(event.aggregateId()));
            }
        }
        ocidsOfTeam.forEach(
                (team, ocids) -> profiles.find(new TeamId(team)).ifPresent(profile -> score(profile, ocids, now)));
    }

    private void score(StoredProfile profile, Set<String> ocids, Instant begun) {
        List<StoredTender> tenders = catalog.findAll(ocids);
        Instant now = notBefore(profile.team(), ocids, begun);
        scoring.score(
                profile,
                tenders,
                scoring.requirementsOf(tenders),
                followers.attended(ocids).getOrDefault(profile.team(), Set.of()),
                now);
        scoring.keepOnlyIf(profiles.find(profile.team()).isPresent(), profile.team());
    }

    /** Of two scores from the same versions the later one stands: a node whose clock is behind would change nothing. */
    private Instant notBefore(TeamId team, Set<String> ocids, Instant begun) {
        return scores.forTeam(team).findAll(ocids).stream()
                .map(known -> known.score().generatedAt())
                .filter(begun::isBefore)
                .max(Comparator.naturalOrder())
                .orElse(begun);
    }
}
