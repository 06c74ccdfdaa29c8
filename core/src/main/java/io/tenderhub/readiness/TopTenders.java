package io.tenderhub.readiness;

import io.tenderhub.cache.Cache;
import io.tenderhub.cache.CacheKey;
import io.tenderhub.cache.CacheRegion;
import io.tenderhub.cache.CacheTag;
import io.tenderhub.team.TeamId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The tenders that a team is readiest for; kept for an hour unless a score may have changed. */
public final class TopTenders {
    private static final int SHOWN = 5;
    private static final CacheRegion<Best> REGION = new CacheRegion<>("top-tenders", Best.class, Duration.ofHours(1));

    private final ScoreRepository scores;
    private final Cache cache;

    /** As cached: a list alone is no record. */
    record Best(List<StoredScore> scores) {
        Best {
            scores = List.copyOf(scores);
        }
    }

    public TopTenders(ScoreRepository scores, Cache cache) {
        this.scores = scores;
        this.cache = cache;
    }

    /** The best five. */
    public List<StoredScore> best(TeamId team) {
        return best(team, SHOWN);
    }

    /**
     * The best ones, most points first.
     *
     * @param limit 1 or more
     * @throws io.tenderhub.failure.UnavailableException if the answer is not cached and the store can't be reached
     */
    public List<StoredScore> best(TeamId team, int limit) {
        CacheKey<Best> key = new CacheKey<>(
                REGION, Optional.of(team), Integer.toString(limit), Set.of(CacheTag.team(team), CacheTag.TOP_TENDERS));
        return cache.get(key, () -> Optional.of(new Best(scores.forTeam(team).best(limit))))
                .orElseGet(() -> new Best(List.of()))
                .scores();
    }

    /** How many tenders are scored for the team. */
    public long count(TeamId team) {
        return scores.forTeam(team).count();
    }
}
