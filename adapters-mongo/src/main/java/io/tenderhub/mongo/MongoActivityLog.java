package io.tenderhub.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Sorts.orderBy;

import com.mongodb.client.MongoCollection;
import io.tenderhub.activity.Activity;
import io.tenderhub.activity.ActivityLog;
import io.tenderhub.team.TeamId;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Inserts, so that it works in a capped collection; one that is there already stays as it is. */
final class MongoActivityLog implements ActivityLog, AutoCloseable {
    private static final Bson NEWEST_FIRST =
            orderBy(descending(ActivityDocuments.AT, ActivityDocuments.AT + "Nanos"), ascending("_id"));

    private final StoredDocuments<Activity> activities;
    private final BatchWriter<Activity> writer;

    MongoActivityLog(MongoCollection<Document> collection, MongoCalls calls) {
        this.activities = new StoredDocuments<>(collection, new ActivityDocuments(), calls);
        this.writer = activities.writer("activities");
    }

    @Override
    public void record(List<Activity> newActivities) {
        writer.add(newActivities);
    }

    @Override
    public long dropped() {
        return writer.dropped();
    }

    @Override
    public TeamActivities forTeam(TeamId team) {
        return limit -> activities.first(eq(ActivityDocuments.TEAM, team.value()), NEWEST_FIRST, limit);
    }

    @Override
    public List<Activity> latestPublic(int limit) {
        // Nothing equals a field that is not there.
        return activities.first(eq(ActivityDocuments.TEAM, null), NEWEST_FIRST, limit);
    }

    @Override
    public void close() {
        writer.close();
    }
}
