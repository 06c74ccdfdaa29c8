package io.tenderhub.readiness;

import io.tenderhub.company.ProfileCatalog;
import io.tenderhub.company.StoredProfile;
import io.tenderhub.event.EventHandler;
import io.tenderhub.event.EventType;
import io.tenderhub.event.RaisedEvent;
import io.tenderhub.requirement.RequirementFinder;
import io.tenderhub.team.TeamId;
import io.tenderhub.tender.TenderCatalog;
import io.tenderhub.workspace.WorkspaceFollowers;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Scores every tender for a team whose profile changed: one pass over the tenders, scores written in bulk. Removes the scores of
 * a team that has no profile any more.
 */
public final class RecalculateTeam implements EventHandler {
    private final TenderCatalog catalog;
    private final ProfileCatalog profiles;
    private final ScoreRepository scores;
    private final WorkspaceFollowers followers;
    private final TeamScoring scoring;
    private final Clock clock;

    public RecalculateTeam(
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
        return "recalculate-team";
    }

    @Override
    public Set<EventType> handles() {
        return EnumSet.of(EventType.COMPANY_UPDATED);
    }

    @Override
    public boolean takesLong() {
        return true;
    }

    @Override
    public void handle(List<RaisedEvent> events) {
        for (String team : RaisedEvent.aggregates(events)) {
            TeamId id = new TeamId(team);
            profiles.find(id)
                    .ifPresentOrElse(this::recalculate, () -> scores.forTeam(id).deleteEverything());
        }
    }

    private void recalculate(StoredProfile profile) {
        Instant now = clock.instant();
        TeamScoring.Run run = scoring.begin(profile, followers.attended(profile.team()), now);
        catalog.forEach(run::add);
        run.store();
        scoring.keepOnlyIf(profiles.find(profile.team()).isPresent(), profile.team());
    }
}
