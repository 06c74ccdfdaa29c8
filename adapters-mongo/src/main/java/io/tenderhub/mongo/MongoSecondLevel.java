package io.tenderhub.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import io.tenderhub.cache.SecondLevel;
import io.tenderhub.team.TeamId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads look at the time themselves: a server deletes what has expired up to a minute late, or not at all. */
final class MongoSecondLevel implements SecondLevel {
    private static final Logger LOG = LoggerFactory.getLogger(MongoSecondLevel.class);
    private static final int DUPLICATE_KEY = 11000;
    /** Half of what a document may hold: an answer beyond is dear to fetch from anywhere. */
    static final int MOST_BYTES = 8 * 1024 * 1024;

    static final String TEAM = "teamId";

    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<Document> collection;
    private final MongoCalls calls;
    private final Clock clock;

    MongoSecondLevel(MongoCollection<Document> collection, MongoCalls calls, Clock clock) {
        this.collection = collection;
        this.calls = calls;
        this.clock = clock;
    }

    @Override
    public Answers forTeam(TeamId team) {
        return new Owned(Optional.of(team));
    }

    @Override
    public Answers forEverybody() {
        return new Owned(Optional.empty());
    }

    /** Every filter names the owner. */
    private final class Owned implements Answers {
        private final Optional<TeamId> team;

        private Owned(Optional<TeamId> team) {
            this.team = team;
        }

        @Override
        public Optional<byte[]> find(String key) {
            return Optional.ofNullable(calls.call(() -> collection
                            .find(and(at(key), gt("expiresAt", Date.from(clock.instant()))))
                            .first()))
                    .map(document -> document.get("answer"))
                    .filter(Binary.class::isInstance)
                    .map(answer -> ((Binary) answer).getData());
        }

        @Override
        public void save(String key, byte[] answer, Duration timeToLive) {
            if (answer.length > MOST_BYTES) {
                LOG.debug("An answer of {} bytes is not kept: {}", answer.length, key);
                calls.call(() -> collection.deleteOne(at(key)));
                return;
            }
            Instant now = clock.instant();
            Document document = new Document("_id", id(key));
            team.ifPresent(owner -> document.append(TEAM, owner.value()));
            document.append("answer", new Binary(answer))
                    .append("savedAt", Date.from(now))
                    .append("expiresAt", Date.from(now.plus(timeToLive)));
            calls.call(() -> replace(at(key), document));
        }

        private Bson at(String key) {
            // Nothing equals a field that is not there.
            return and(eq("_id", id(key)), eq(TEAM, team.map(TeamId::value).orElse(null)));
        }

        /** No key of an answer for everybody begins with a slash. */
        private String id(String key) {
            return team.map(owner -> "/" + owner + "/" + key).orElse(key);
        }
    }

    private boolean replace(Bson place, Document document) {
        try {
            return collection.replaceOne(place, document, UPSERT).wasAcknowledged();
        } catch (MongoWriteException e) {
            if (e.getError().getCode() != DUPLICATE_KEY) {
                throw e;
            }
            // Another one saved an answer under this key in the same moment; either may stay.
            return true;
        }
    }

    /** For servers whose TTL indexes delete nothing. */
    long purge() {
        return calls.call(() -> collection
                .deleteMany(lte("expiresAt", Date.from(clock.instant())))
                .getDeletedCount());
    }
}
