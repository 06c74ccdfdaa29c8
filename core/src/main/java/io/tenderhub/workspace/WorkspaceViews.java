package io.tenderhub.workspace;

import io.tenderhub.cache.Cache;
import io.tenderhub.cache.CacheKey;
import io.tenderhub.cache.CacheRegion;
import io.tenderhub.cache.CacheTag;
import io.tenderhub.failure.UnavailableException;
import io.tenderhub.readiness.ScoreRepository;
import io.tenderhub.readiness.StoredScore;
import io.tenderhub.summary.StoredSummary;
import io.tenderhub.summary.SummaryRepository;
import io.tenderhub.team.Feature;
import io.tenderhub.team.TeamId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Lists and counts a team's entries with what is derived from their tenders: one query of the truth and one of each derived
 * kind, however many entries there are. Complete answers are kept for half an hour, unless something in them changes.
 */
final class WorkspaceViews {
    private static final Duration KEPT = Duration.ofMinutes(30);
    private static final CacheRegion<WorkspaceList> LISTS =
            new CacheRegion<>("workspace", WorkspaceList.class, KEPT).withKeeps(WorkspaceList::complete);
    private static final CacheRegion<Dashboard> DASHBOARDS =
            new CacheRegion<>("dashboard", Dashboard.class, KEPT).withKeeps(Dashboard::complete);

    private final WorkspaceCatalog catalog;
    private final SummaryRepository summaries;
    private final ScoreRepository scores;
    private final Cache cache;
    private final Function<TeamId, Set<Feature>> features;
    private final Clock clock;

    /** @param features of a team's plan; asked once when an answer is loaded, so a change of plan ends answers */
    WorkspaceViews(
            WorkspaceCatalog catalog,
            SummaryRepository summaries,
            ScoreRepository scores,
            Cache cache,
            Function<TeamId, Set<Feature>> features,
            Clock clock) {
        this.catalog = catalog;
        this.summaries = summaries;
        this.scores = scores;
        this.cache = cache;
        this.features = features;
        this.clock = clock;
    }

    WorkspaceList list(TeamId team, WorkspaceQuery query) {
        return cache.get(key(LISTS, team, query.canonical()), () -> Optional.of(loadList(team, query)))
                .orElseGet(() -> loadList(team, query));
    }

    Dashboard dashboard(TeamId team) {
        return cache.get(key(DASHBOARDS, team, "all"), () -> Optional.of(loadDashboard(team)))
                .orElseGet(() -> loadDashboard(team));
    }

    private static <V> CacheKey<V> key(CacheRegion<V> region, TeamId team, String id) {
        return new CacheKey<>(region, Optional.of(team), id, Set.of(CacheTag.workspace(team), CacheTag.team(team)));
    }

    private WorkspaceList loadList(TeamId team, WorkspaceQuery query) {
        WorkspacePage page = catalog.forTeam(team).list(query);
        List<String> ocids = page.entries().stream().map(FollowedTender::ocid).toList();
        try {
            Set<Feature> included = included(team, ocids);
            Map<String, StoredSummary> summaryOf = summaries(included, ocids);
            Map<String, StoredScore> scoreOf = scores(team, included, ocids);
            return list(
                    page,
                    ocid -> Optional.ofNullable(summaryOf.get(ocid)),
                    ocid -> Optional.ofNullable(scoreOf.get(ocid)),
                    true);
        } catch (UnavailableException derivedDataIsAway) {
            return list(page, ocid -> Optional.empty(), ocid -> Optional.empty(), false);
        }
    }

    private static WorkspaceList list(
            WorkspacePage page,
            Function<String, Optional<StoredSummary>> summary,
            Function<String, Optional<StoredScore>> score,
            boolean complete) {
        return new WorkspaceList(
                page.entries().stream()
                        .map(entry -> new WorkspaceLine(entry, summary.apply(entry.ocid()), score.apply(entry.ocid())))
                        .toList(),
                page.nextCursor(),
                complete);
    }

    private Dashboard loadDashboard(TeamId team) {
        List<Standing> standings = catalog.forTeam(team).standings();
        try {
            List<String> ocids = standings.stream().map(Standing::ocid).toList();
            return dashboard(standings, scores(team, included(team, ocids), ocids), true);
        } catch (UnavailableException scoresAreAway) {
            return dashboard(standings, Map.of(), false);
        }
    }

    private Dashboard dashboard(List<Standing> standings, Map<String, StoredScore> scoreOf, boolean complete) {
        Instant now = clock.instant();
        Instant soon = now.plus(Duration.ofDays(Dashboard.SOON_DAYS));
        return new Dashboard(
                Arrays.stream(WorkspaceStatus.values())
                        .map(status -> ofStatus(status, standings, scoreOf))
                        .toList(),
                standings.stream()
                        .filter(standing -> standing.status().isOpen())
                        .filter(standing -> standing.closesAt()
                                .filter(at -> !at.isBefore(now) && at.isBefore(soon))
                                .isPresent())
                        .sorted(Comparator.comparing((Standing standing) ->
                                        standing.closesAt().orElseThrow())
                                .thenComparing(Standing::ocid))
                        .toList(),
                complete);
    }

    private static Dashboard.OfStatus ofStatus(
            WorkspaceStatus status, List<Standing> standings, Map<String, StoredScore> scoreOf) {
        List<String> ocids = standings.stream()
                .filter(standing -> standing.status() == status)
                .map(Standing::ocid)
                .toList();
        OptionalDouble average = ocids.stream()
                .filter(scoreOf::containsKey)
                .mapToDouble(ocid -> scoreOf.get(ocid).score().points())
                .average();
        return new Dashboard.OfStatus(
                status, ocids.size(), average.isPresent() ? Optional.of(average.getAsDouble()) : Optional.empty());
    }

    /** None where there is nothing to show. */
    private Set<Feature> included(TeamId team, Collection<String> ocids) {
        return ocids.isEmpty() ? Set.of() : features.apply(team);
    }

    private Map<String, StoredSummary> summaries(Set<Feature> included, Collection<String> ocids) {
        return included.contains(Feature.SUMMARIES)
                ? summaries.findAll(ocids).stream().collect(Collectors.toMap(StoredSummary::ocid, Function.identity()))
                : Map.of();
    }

    private Map<String, StoredScore> scores(TeamId team, Set<Feature> included, Collection<String> ocids) {
        return included.contains(Feature.READINESS)
                ? scores.forTeam(team).findAll(ocids).stream()
                        .collect(Collectors.toMap(stored -> stored.score().ocid(), Function.identity()))
                : Map.of();
    }
}
