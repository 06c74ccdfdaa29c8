package io.tenderhub.readiness;

import io.tenderhub.company.ProfileCatalog;
import io.tenderhub.company.ProfileVersion;
import io.tenderhub.event.EventHandler;
import io.tenderhub.event.EventType;
import io.tenderhub.event.RaisedEvent;
import io.tenderhub.requirement.RequirementFinder;
import io.tenderhub.requirement.Requirements;
import io.tenderhub.team.TeamId;
import io.tenderhub.tender.StoredTender;
import io.tenderhub.tender.TenderCatalog;
import io.tenderhub.workspace.WorkspaceFollowers;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Scores tenders that came in or changed for every team that has a profile, and removes the scores of those that are gone. A
 * batch of tenders costs one pass over the profiles and one write a team.
 */
public final class ScoreTender implements EventHandler {
    private final TenderCatalog catalog;
    private final ProfileCatalog profiles;
    private final ScoreRepository scores;
    private final WorkspaceFollowers followers;
    private final TeamScoring scoring;
    private final Clock clock;

    public ScoreTender(
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
        return "score-tender";
    }

    @Override
    public Set<EventType> handles() {
        return EnumSet.of(EventType.TENDER_CREATED, EventType.TENDER_UPDATED);
    }

    @Override
    public boolean takesLong() {
        return false;
    }

    @Override
    public void handle(List<RaisedEvent> events) {
        Instant now = clock.instant();
        Set<String> ocids = RaisedEvent.aggregates(events);
        List<StoredTender> tenders = catalog.findAll(ocids);
        if (!tenders.isEmpty()) {
            Map<String, Requirements> found = scoring.requirementsOf(tenders);
            Map<TeamId, Set<String>> attended = followers.attended(ocids);
            Set<TeamId> scored = new HashSet<>();
            profiles.forEach(profile -> {
                scoring.score(profile, tenders, found, attended.getOrDefault(profile.team(), Set.of()), now);
                scored.add(profile.team());
            });
            Set<TeamId> there =
                    profiles.versions().stream().map(ProfileVersion::team).collect(Collectors.toSet());
            scored.forEach(team -> scoring.keepOnlyIf(there.contains(team), team));
        }
        tenders.forEach(stored -> ocids.remove(stored.tender().ocid()));
        if (!ocids.isEmpty()) {
            scores.teams().forEach(team -> scores.forTeam(team).deleteAll(ocids));
        }
    }
}
