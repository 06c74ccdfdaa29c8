package io.tenderhub.consistency;

import io.tenderhub.company.ProfileCatalog;
import io.tenderhub.company.ProfileVersion;
import io.tenderhub.readiness.ScoreRepository;
import io.tenderhub.summary.SummaryRepository;
import io.tenderhub.team.TeamId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Everything that is derived, by what it should fit. */
record Derived(ProfileCatalog profiles, SummaryRepository summaries, ScoreRepository scores) {

    /** The summaries, and the scores of every team that has a profile now. */
    List<DerivedDocuments> all() {
        List<DerivedDocuments> all = new ArrayList<>();
        all.add(new DerivedDocuments.OfTenders(summaries));
        for (ProfileVersion profile : profiles.versions()) {
            all.add(new DerivedDocuments.OfTeam(profile, profiles, scores.forTeam(profile.team())));
        }
        return all;
    }

    /** Teams that have scores and no profile. */
    List<TeamId> teamsGone() {
        List<TeamId> withScores = scores.teams();
        Set<TeamId> withProfile = new HashSet<>();
        profiles.versions().forEach(profile -> withProfile.add(profile.team()));
        return withScores.stream().filter(team -> !withProfile.contains(team)).toList();
    }
}
