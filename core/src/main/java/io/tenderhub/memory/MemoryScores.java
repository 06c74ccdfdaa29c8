package io.tenderhub.memory;

import io.tenderhub.analytics.SpendRules;
import io.tenderhub.readiness.ScorePoints;
import io.tenderhub.readiness.ScoreRepository;
import io.tenderhub.readiness.ScoreVersion;
import io.tenderhub.readiness.StoredScore;
import io.tenderhub.team.TeamId;
import io.tenderhub.tender.OcidOrder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

final class MemoryScores implements ScoreRepository {
    private static final Comparator<StoredScore> BEST_FIRST = Comparator.<StoredScore>comparingDouble(
                    stored -> stored.score().points())
            .reversed()
            .thenComparing(stored -> stored.score().generatedAt(), Comparator.<Instant>reverseOrder())
            .thenComparing(stored -> stored.score().ocid());

    private final Map<TeamId, OneTeam> teams = new ConcurrentHashMap<>();

    @Override
    public TeamScores forTeam(TeamId team) {
        return teams.computeIfAbsent(team, unused -> new OneTeam());
    }

    /** Those of the team made before then. */
    void forget(TeamId team, Instant before) {
        Optional.ofNullable(teams.get(team)).ifPresent(scores -> scores.forget(before));
    }

    @Override
    public List<TeamId> teams() {
        return teams.entrySet().stream()
                .filter(team -> team.getValue().count() > 0)
                .map(Map.Entry::getKey)
                .sorted(Comparator.comparing(TeamId::value))
                .toList();
    }

    private static final class OneTeam implements TeamScores {
        private final NavigableMap<String, StoredScore> scores = new TreeMap<>(OcidOrder.INSTANCE);

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
        public List<ScorePoints> points(Collection<String> ocids) {
            return findAll(ocids).stream().map(OneTeam::points).toList();
        }

        @Override
        public synchronized List<ScorePoints> ranked(Optional<ScorePoints> after, int limit) {
            return scores.values().stream()
                    .map(OneTeam::points)
                    .filter(score -> after.isEmpty() || ScorePoints.MOST_FIRST.compare(score, after.get()) > 0)
                    .sorted(ScorePoints.MOST_FIRST)
                    .limit(limit)
                    .toList();
        }

        private static ScorePoints points(StoredScore stored) {
            return new ScorePoints(stored.score().ocid(), stored.score().points());
        }

        @Override
        public synchronized long count() {
            return scores.size();
        }

        @Override
        public synchronized Map<BigDecimal, Long> countByPoints() {
            return scores.values().stream()
                    .collect(Collectors.groupingBy(
                            stored -> SpendRules.plain(
                                    BigDecimal.valueOf(stored.score().points())),
                            Collectors.counting()));
        }

        @Override
        public List<ScoreVersion> versionsOf(Collection<String> ocids) {
            return findAll(ocids).stream()
                    .map(stored ->
                            new ScoreVersion(stored.score().ocid(), stored.tenderVersion(), stored.profileVersion()))
                    .toList();
        }

        @Override
        public synchronized List<ScoreVersion> versions(Optional<String> afterOcid, int limit) {
            return afterOcid.map(after -> scores.tailMap(after, false)).orElse(scores).values().stream()
                    .limit(limit)
                    .map(stored ->
                            new ScoreVersion(stored.score().ocid(), stored.tenderVersion(), stored.profileVersion()))
                    .toList();
        }

        @Override
        public synchronized int deleteAll(Collection<String> ocids) {
            int before = scores.size();
            ocids.forEach(scores::remove);
            return before - scores.size();
        }

        private synchronized void forget(Instant before) {
            scores.values().removeIf(stored -> stored.score().generatedAt().isBefore(before));
        }

        @Override
        public synchronized long deleteEverything() {
            long before = scores.size();
            scores.clear();
            return before;
        }
    }
}
