package io.tenderhub.mongo;

import static java.util.Comparator.comparing;

import com.mongodb.client.MongoCollection;
import io.tenderhub.readiness.ScoreRepository;
import io.tenderhub.team.TeamId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bson.BsonValue;
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

    @Override
    public List<TeamId> teams() {
        List<BsonValue> told =
                calls.call(() -> collection.distinct("teamId", BsonValue.class).into(new ArrayList<>()));
        return told.stream()
                .flatMap(MongoScores::team)
                .sorted(comparing(TeamId::value))
                .toList();
    }

    /** Nothing where another program wrote what is no team's id. */
    private static Stream<TeamId> team(BsonValue told) {
        try {
            return told.isString() ? Stream.of(new TeamId(told.asString().getValue())) : Stream.empty();
        } catch (IllegalArgumentException e) {
            return Stream.empty();
        }
    }
}
