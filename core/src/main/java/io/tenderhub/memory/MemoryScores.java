package io.tenderhub.memory;

import io.tenderhub.readiness.ScoreRepository;
import io.tenderhub.readiness.StoredScore;
import io.tenderhub.team.TeamId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

final class MemoryScores implements ScoreRepository {
    private static final Comparator<StoredScore> BEST_FIRST = Comparator.<StoredScore>comparingDouble(
                    stored -> stored.score().points())
            .reversed()
            .thenComparing(stored -> stored.score().generatedAt(), Comparator.<Instant>reverseOrder())
            .thenComparing(stored -> stored.score().ocid());

    private final Map<TeamId, TeamScores> teams = new ConcurrentHashMap<>();

    @Override
    public TeamScores forTeam(TeamId team) {
        return teams.computeIfAbsent(team, unused -> new OneTeam());
    }

    private static final class OneTeam implements TeamScores {
        private final Map<String, StoredScore> scores = new HashMap<>();

        @Override
        public synchronized int saveAll(List<StoredScore> list) {
            int written = 0;
            for (StoredScore score : list) {
                StoredScore known = scores.get(score.score().ocid());
                if (known == null || !stands(known, score)) {
                    scores.put(score.score().ocid(), score);
                    written++;
                }
            }
            return written;
        }

        private static boolean stands(StoredScore known, StoredScore other) {
            return known.tenderVersion() > other.tenderVersion()
                    || known.profileVersion() > other.profileVersion()
                    || known.tenderVersion() == other.tenderVersion()
                            && known.profileVersion() == other.profileVersion()
                            && known.score().generatedAt().isAfter(other.score().generatedAt());
        }

        @Override
        public synchronized Optional<StoredScore> find(String ocid) {
            return Optional.ofNullable(scores.get(ocid));
        }

        @Override
        public synchronized List<StoredScore> findAll(Collection<String> ocids) {
            return ocids.stream()
                    .distinct()
                    .map(scores::get)
                    .filter(Objects::nonNull)
                    .toList();
        }

        @Override
        public synchronized List<StoredScore> best(int limit) {
            return scores.values().stream().sorted(BEST_FIRST).limit(limit).toList();
        }

        @Override
        public synchronized long count() {
            return scores.size();
        }
    }
}
