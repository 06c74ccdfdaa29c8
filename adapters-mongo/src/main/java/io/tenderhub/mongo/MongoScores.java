package io.tenderhub.mongo;

import com.mongodb.client.MongoCollection;
import io.tenderhub.readiness.ScoreRepository;
import io.tenderhub.team.TeamId;
import org.bson.Document;

final class MongoScores implements ScoreRepository {
    private final MongoCollection<Document> collection;
    private final MongoCalls calls;

    MongoScores(MongoCollection<Document> collection, MongoCalls calls) {
        this.collection = collection;
        this.calls = calls;
    }

    @Override
    public TeamScores forTeam(TeamId team) {
        return new MongoTeamScores(collection, team, calls);
    }
}
