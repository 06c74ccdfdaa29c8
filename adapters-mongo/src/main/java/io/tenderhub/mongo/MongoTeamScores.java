package io.tenderhub.mongo;

import static com.mongodb.client.model.Accumulators.sum;
import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Sorts.orderBy;

import com.mongodb.ReadPreference;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import io.tenderhub.analytics.SpendRules;
import io.tenderhub.readiness.ScorePoints;
import io.tenderhub.readiness.ScoreRepository.TeamScores;
import io.tenderhub.readiness.ScoreVersion;
import io.tenderhub.readiness.StoredScore;
import io.tenderhub.team.TeamId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Every filter names the team. */
final class MongoTeamScores implements TeamScores {
    private static final NewerDocuments NEWER = NewerDocuments.byVersions("tenderVersion", "profileVersion");
    private static final Bson BEST_FIRST =
            orderBy(descending("score", StoredInstant.DATE, StoredInstant.NANOS), ascending("tenderId"));

    private final TeamId team;
    private final ScoreDocuments form;
    private final StoredDocuments<StoredScore> scores;
    private final GuardedWrites<StoredScore> writes;
    private final MongoCollection<Document> copies;
    private final MongoCalls calls;

    MongoTeamScores(MongoCollection<Document> collection, TeamId team, MongoCalls calls) {
        this.team = team;
        this.form = new ScoreDocuments(team);
        this.scores = new StoredDocuments<>(collection, form, calls);
        this.writes = new GuardedWrites<>(scores, NEWER);
        this.copies = collection.withReadPreference(ReadPreference.secondaryPreferred());
        this.calls = calls;
    }

    @Override
    public int saveAll(List<StoredScore> newScores) {
        return writes.saveAll(newScores);
    }

    @Override
    public Optional<StoredScore> find(String ocid) {
        return scores.find(eq("_id", form.id(ocid)));
    }

    @Override
    public List<StoredScore> findAll(Collection<String> ocids) {
        return ocids.isEmpty()
                ? List.of()
                : scores.findAll(in("_id", ocids.stream().map(form::id).toList()));
    }

    @Override
    public List<StoredScore> best(int limit) {
        return scores.first(ofTeam(), BEST_FIRST, limit);
    }

    @Override
    public List<ScorePoints> points(Collection<String> ocids) {
        return ocids.isEmpty()
                ? List.of()
                : points(scores.collection()
                        .find(in("_id", ocids.stream().map(form::id).toList())));
    }

    @Override
    public List<ScorePoints> ranked(Optional<ScorePoints> after, int limit) {
        // Only numbers compare with numbers, and texts with texts: what can't be read is no score.
        Bson following = after.<Bson>map(last ->
                        or(lt("score", last.points()), and(eq("score", last.points()), gt("tenderId", last.ocid()))))
                .orElseGet(() -> and(lte("score", Double.MAX_VALUE), gte("tenderId", "")));
        return points(scores.collection()
                .find(and(ofTeam(), following))
                .sort(orderBy(descending("score"), ascending("tenderId")))
                .limit(limit));
    }

    private List<ScorePoints> points(FindIterable<Document> found) {
        return calls.call(() -> found.projection(include("tenderId", "score")).into(new ArrayList<>())).stream()
                .filter(document ->
                        document.get("tenderId") instanceof String && document.get("score") instanceof Number)
                .map(document -> new ScorePoints(
                        document.getString("tenderId"),
                        document.get("score", Number.class).doubleValue()))
                .toList();
    }

    @Override
    public long count() {
        return scores.count(ofTeam());
    }

    @Override
    public Map<BigDecimal, Long> countByPoints() {
        Map<BigDecimal, Long> counts = new HashMap<>();
        calls.call(() -> copies.aggregate(List.of(match(ofTeam()), group("$score", sum("scores", 1L))))
                        .into(new ArrayList<>()))
                .forEach(document -> {
                    // What can't be read is no score.
                    if (document.get("_id") instanceof Number points
                            && document.get("scores") instanceof Number scores) {
                        counts.merge(
                                SpendRules.plain(BigDecimal.valueOf(points.doubleValue())),
                                scores.longValue(),
                                Long::sum);
                    }
                });
        return Map.copyOf(counts);
    }

    @Override
    public List<ScoreVersion> versions(Optional<String> afterOcid, int limit) {
        return scores.inOrderOfIds(
                and(gt("_id", form.id(afterOcid.orElse(""))), lt("_id", form.idAfterAll())),
                limit,
                MongoTeamScores::version,
                id -> new ScoreVersion(form.ocid(id), 0, 0));
    }

    @Override
    public List<ScoreVersion> versionsOf(Collection<String> ocids) {
        return ocids.isEmpty()
                ? List.of()
                : scores.each(
                        scores.collection()
                                .find(in("_id", ocids.stream().map(form::id).toList())),
                        MongoTeamScores::version,
                        id -> new ScoreVersion(form.ocid(id), 0, 0));
    }

    private static ScoreVersion version(StoredScore stored) {
        return new ScoreVersion(stored.score().ocid(), stored.tenderVersion(), stored.profileVersion());
    }

    @Override
    public int deleteAll(Collection<String> ocids) {
        return ocids.isEmpty()
                ? 0
                : Math.toIntExact(
                        scores.delete(in("_id", ocids.stream().map(form::id).toList())));
    }

    @Override
    public long deleteEverything() {
        return scores.delete(or(ofTeam(), and(gte("_id", form.id("")), lt("_id", form.idAfterAll()))));
    }

    private Bson ofTeam() {
        return eq("teamId", team.value());
    }
}
