package io.tenderhub.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import io.tenderhub.team.DerivedTeamData;
import io.tenderhub.team.TeamId;
import java.time.Instant;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes by the team's name from every collection that holds something of teams. */
record MongoDerivedTeamData(HubCollections collections, MongoCalls calls) implements DerivedTeamData {
    private static final Logger LOG = LoggerFactory.getLogger(MongoDerivedTeamData.class);
    private static final int NOT_FROM_A_CAPPED_COLLECTION = 20;

    @Override
    public void forget(TeamId team) {
        new MongoTeamScores(collections.scores(), team, calls).deleteEverything();
        forgetActivities(eq(ActivityDocuments.TEAM, team.value()));
        delete(collections.searches(), eq(SearchDocuments.TEAM, team.value()));
        delete(collections.cache(), eq(MongoSecondLevel.TEAM, team.value()));
    }

    @Override
    public void forgetOlder(TeamId team, Instant than) {
        delete(collections.scores(), and(eq("teamId", team.value()), lt(StoredInstant.DATE, StoredInstant.date(than))));
        forgetActivities(
                and(eq(ActivityDocuments.TEAM, team.value()), lt(ActivityDocuments.AT, StoredInstant.date(than))));
        delete(
                collections.searches(),
                and(eq(SearchDocuments.TEAM, team.value()), lt(SearchDocuments.AT, StoredInstant.date(than))));
        delete(collections.cache(), eq(MongoSecondLevel.TEAM, team.value()));
    }

    /**
     * Servers before MongoDB 5.0 delete nothing from a capped collection. There it is overwritten in time; until then nobody reads
     * it, for no team is ever named like one before it.
     */
    private void forgetActivities(Bson filter) {
        calls.call(() -> {
            try {
                return collections.activities().deleteMany(filter).wasAcknowledged();
            } catch (MongoException e) {
                if (e.getCode() != NOT_FROM_A_CAPPED_COLLECTION) {
                    throw e;
                }
                LOG.warn(
                        "{} deletes nothing from a capped collection; activities stay until overwritten", calls.name());
                return false;
            }
        });
    }

    private void delete(MongoCollection<Document> collection, Bson filter) {
        calls.call(() -> collection.deleteMany(filter));
    }
}
