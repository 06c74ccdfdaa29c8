package io.tenderhub.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Sorts.orderBy;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import io.tenderhub.activity.Activity;
import io.tenderhub.activity.ActivityLog;
import io.tenderhub.team.TeamId;
import java.time.Duration;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Inserts, so that it works in a capped collection; one that is there already stays as it is. */
final class MongoActivityLog implements ActivityLog, AutoCloseable {
    private static final int DUPLICATE_KEY = 11000;
    private static final int MOST_WAITING = 10_000;
    private static final List<Duration> PAUSES = List.of(Duration.ofMillis(200), Duration.ofSeconds(1));
    private static final Duration LAST_WORDS = Duration.ofMillis(1_500);
    private static final InsertManyOptions EACH_ON_ITS_OWN = new InsertManyOptions().ordered(false);
    private static final Bson NEWEST_FIRST =
            orderBy(descending(ActivityDocuments.AT, ActivityDocuments.AT + "Nanos"), ascending("_id"));

    private final StoredDocuments<Activity> activities;
    private final BatchWriter<Activity> writer;

    MongoActivityLog(MongoCollection<Document> collection, MongoCalls calls) {
        this.activities = new StoredDocuments<>(collection, new ActivityDocuments(), calls);
        this.writer = new BatchWriter<>("activities", this::insert, MOST_WAITING, PAUSES, LAST_WORDS);
    }

    @Override
    public void record(List<Activity> newActivities) {
        writer.add(newActivities);
    }

    private int insert(List<Activity> batch) {
        List<Document> documents = batch.stream().map(activities.form()::write).toList();
        return activities.calls().call(() -> {
            try {
                activities.collection().insertMany(documents, EACH_ON_ITS_OWN);
                return 0;
            } catch (MongoBulkWriteException e) {
                if (e.getWriteConcernError() != null) {
                    throw e;
                }
                return Math.toIntExact(e.getWriteErrors().stream()
                        .filter(error -> error.getCode() != DUPLICATE_KEY)
                        .count());
            }
        });
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
