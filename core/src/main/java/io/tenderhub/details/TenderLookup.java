package io.tenderhub.details;

import io.tenderhub.cache.Answer;
import io.tenderhub.cache.Cache;
import io.tenderhub.cache.CacheKey;
import io.tenderhub.cache.CacheRegion;
import io.tenderhub.cache.CacheTag;
import io.tenderhub.cache.EmergencyCopies;
import io.tenderhub.failure.NotFoundException;
import io.tenderhub.failure.UnavailableException;
import io.tenderhub.readiness.ScoreRepository;
import io.tenderhub.readiness.StoredScore;
import io.tenderhub.summary.StoredSummary;
import io.tenderhub.summary.SummaryRepository;
import io.tenderhub.team.TeamId;
import io.tenderhub.tender.StoredTender;
import io.tenderhub.tender.Tender;
import io.tenderhub.tender.TenderCatalog;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Looks at one tender. Complete answers are kept for an hour, and a day in the second level, unless the tender or the team's
 * profile changes; that there is no such tender, for half a minute.
 */
public final class TenderLookup {
    private static final CacheRegion<TenderDetails> REGION = new CacheRegion<>(
                    "details", TenderDetails.class, Duration.ofHours(1))
            .withAbsentFor(Duration.ofSeconds(30))
            .withKeeps(TenderDetails::complete)
            .withSecondLevel();

    private final TenderCatalog catalog;
    private final SummaryRepository summaries;
    private final ScoreRepository scores;
    private final Cache cache;

    public TenderLookup(TenderCatalog catalog, SummaryRepository summaries, ScoreRepository scores, Cache cache) {
        this.catalog = catalog;
        this.summaries = summaries;
        this.scores = scores;
        this.cache = cache;
    }

    /**
     * The tender, with the score of a team where one asks. When what is derived can't be read the answer says so, and is
     * not kept.
     *
     * @throws UnavailableException if the answer is not cached and the truth can't be reached
     */
    public Optional<TenderDetails> find(String ocid, Optional<TeamId> team) {
        return cache.get(answer(ocid, team), () -> load(ocid, team));
    }

    /** The tender as anybody may see it; what was known of it last while the truth is away. */
    Optional<Answer<TenderDetails>> find(String ocid, EmergencyCopies copies) {
        return copies.get(answer(ocid, Optional.empty()), () -> load(ocid, Optional.empty()));
    }

    /** Names the cached answer of {@link #find}. */
    public static CacheKey<TenderDetails> answer(String ocid, Optional<TeamId> team) {
        return new CacheKey<>(REGION, team, ocid, Set.of(CacheTag.tender(ocid)));
    }

    /**
     * The tender as the truth holds it now, without the cache.
     *
     * @throws NotFoundException if there is none with this ocid
     */
    public Tender require(String ocid) {
        return catalog.find(ocid)
                .orElseThrow(() -> new NotFoundException("tender", ocid))
                .tender();
    }

    private Optional<TenderDetails> load(String ocid, Optional<TeamId> team) {
        return catalog.find(ocid).map(stored -> withDerived(stored, team));
    }

    private TenderDetails withDerived(StoredTender stored, Optional<TeamId> team) {
        String ocid = stored.tender().ocid();
        try {
            Optional<StoredSummary> summary = summaries.find(ocid);
            Optional<StoredScore> score = team.flatMap(id -> scores.forTeam(id).find(ocid));
            return new TenderDetails(stored, summary, score, true);
        } catch (UnavailableException derivedDataIsAway) {
            return new TenderDetails(stored, Optional.empty(), Optional.empty(), false);
        }
    }
}
