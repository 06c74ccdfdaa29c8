package io.tenderhub.readiness;

import io.tenderhub.company.StoredProfile;
import io.tenderhub.requirement.RequirementFinder;
import io.tenderhub.requirement.Requirements;
import io.tenderhub.team.TeamId;
import io.tenderhub.tender.StoredTender;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Scores stored tenders for stored profiles and stores the scores with the versions they were made from. */
final class TeamScoring {
    private static final int SCORES_IN_A_BATCH = 1_000;

    private final ScoreRepository scores;
    private final RequirementFinder requirements;
    private final PolicyChoice policies;

    TeamScoring(ScoreRepository scores, RequirementFinder requirements, PolicyChoice policies) {
        this.scores = scores;
        this.requirements = requirements;
        this.policies = policies;
    }

    /** What is found in each tender, to be used for many profiles. */
    Map<String, Requirements> requirementsOf(List<StoredTender> tenders) {
        Map<String, Requirements> found = new HashMap<>();
        tenders.forEach(stored -> found.put(stored.tender().ocid(), requirements.find(stored.tender())));
        return found;
    }

    /**
     * Scores tenders for one team.
     *
     * @param attended the tenders whose briefing it has marked as attended, read after {@code now}: of two scores from the same
     *     versions the later one stands
     */
    void score(
            StoredProfile profile,
            List<StoredTender> tenders,
            Map<String, Requirements> found,
            Set<String> attended,
            Instant now) {
        Run run = begin(profile, attended, now);
        save(
                profile,
                tenders.stream()
                        .map(stored -> run.score(
                                stored, found.getOrDefault(stored.tender().ocid(), Requirements.NONE_STATED)))
                        .toList());
    }

    /** @param attended as for {@link #score} */
    Run begin(StoredProfile profile, Set<String> attended, Instant now) {
        return new Run(profile, attended, now);
    }

    /** Scores any number of tenders for one team, on all cores, and stores them in bulk. */
    final class Run {
        private final StoredProfile profile;
        private final ReadinessScorer scorer;
        private final Set<String> attended;
        private final Instant now;
        private final List<StoredTender> batch = new ArrayList<>();

        private Run(StoredProfile profile, Set<String> attended, Instant now) {
            this.profile = profile;
            this.scorer = new ReadinessScorer(profile.profile(), policies);
            this.attended = attended;
            this.now = now;
        }

        void add(StoredTender stored) {
            batch.add(stored);
            if (batch.size() == SCORES_IN_A_BATCH) {
                store();
            }
        }

        void store() {
            if (!batch.isEmpty()) {
                save(
                        profile,
                        batch.parallelStream()
                                .map(stored -> score(stored, requirements.find(stored.tender())))
                                .toList());
                batch.clear();
            }
        }

        private StoredScore score(StoredTender stored, Requirements found) {
            BidSituation situation =
                    new BidSituation(now, attended.contains(stored.tender().ocid()));
            return new StoredScore(
                    scorer.score(stored.tender(), found, situation), stored.version(), profile.version());
        }
    }

    /**
     * Removes the scores of a team again that was removed while they were made: what removes it may have looked before they were
     * written. A profile goes only with its team, which never comes back.
     *
     * @param stillThere read after the last score was written
     */
    void keepOnlyIf(boolean stillThere, TeamId team) {
        if (!stillThere) {
            scores.forTeam(team).deleteEverything();
        }
    }

    private void save(StoredProfile profile, List<StoredScore> made) {
        for (int from = 0; from < made.size(); from += SCORES_IN_A_BATCH) {
            scores.forTeam(profile.team()).saveAll(made.subList(from, Math.min(made.size(), from + SCORES_IN_A_BATCH)));
        }
    }
}
