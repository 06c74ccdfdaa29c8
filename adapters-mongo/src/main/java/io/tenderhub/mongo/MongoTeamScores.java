package io.tenderhub.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Sorts.orderBy;

import com.mongodb.client.MongoCollection;
import io.tenderhub.readiness.ScoreRepository.TeamScores;
import io.tenderhub.readiness.StoredScore;
import io.tenderhub.team.TeamId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Every filter names the team. */
final class MongoTeamScores implements TeamScores {
    private static final List<String> VERSIONS = List.of("tenderVersion", "profileVersion");
    private static final Bson BEST_FIRST =
            orderBy(descending("score", StoredInstant.DATE, StoredInstant.NANOS), ascending("tenderId"));

    private final TeamId team;
    private final GuardedCollection<StoredScore> scores;

    MongoTeamScores(MongoCollection<Document> collection, TeamId team, MongoCalls calls) {
        this.team = team;
        this.scores = new GuardedCollection<>(
                collection,
                new ScoreDocuments(team),
                document -> NewerDocuments.unlessNewer(document, VERSIONS),
                calls);
    }

    @Override
    public int saveAll(List<StoredScore> newScores) {
        return scores.saveAll(newScores);
    }

    @Override
    public Optional<StoredScore> find(String ocid) {
        return scores.find(and(ofTeam(), eq("tenderId", ocid)));
    }

    @Override
    public List<StoredScore> findAll(Collection<String> ocids) {
        return ocids.isEmpty() ? List.of() : scores.findAll(and(ofTeam(), in("tenderId", ocids)));
    }

    @Override
    public List<StoredScore> best(int limit) {
        return scores.first(ofTeam(), BEST_FIRST, limit);
    }

    @Override
    public long count() {
        return scores.count(ofTeam());
    }

    private Bson ofTeam() {
        return eq("teamId", team.value());
    }
}
