package io.tenderhub.bootstrap;

import io.tenderhub.account.SessionLife;
import io.tenderhub.failure.ConflictException;
import io.tenderhub.failure.UnavailableException;
import io.tenderhub.mongo.MongoAdapter;
import io.tenderhub.operation.StoreJournal;
import io.tenderhub.postgres.PostgresAdapter;
import io.tenderhub.redis.RedisAdapter;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The adapters of the three stores over their clients, with tables and indexes of this version. */
record HubStores(StoreClients clients, PostgresAdapter postgres, MongoAdapter mongo, RedisAdapter redis) {
    private static final Logger LOG = LoggerFactory.getLogger(HubStores.class);

    /**
     * @param migrate whether tables and indexes are brought to this version; else they are looked at
     * @param opened closes, later, what this opens
     */
    static HubStores open(
            HubConfiguration configuration, HubMetrics metrics, boolean migrate, Clock clock, Closing opened) {
        StoreJournal postgresJournal = metrics.store("postgres");
        StoreClients clients = opened.later(new StoreClients(configuration, postgresJournal, metrics.store("mongo")));
        PostgresAdapter.Builder truth = PostgresAdapter.builder(clients.postgres())
                .prefix(configuration.prefix())
                .address(Addresses.of(configuration.text(Setting.POSTGRES_URL)))
                .journal(postgresJournal)
                .clock(clock);
        int failures = configuration.number(Setting.BREAKER_FAILURES);
        Duration pause = configuration.seconds(Setting.BREAKER_PAUSE_SECONDS);
        ReplicaPool.of(configuration)
                .map(opened::later)
                .ifPresent(replica -> truth.replica(
                                replica, Addresses.of(configuration.text(Setting.POSTGRES_REPLICA_URL)))
                        .replicaPause(failures, pause));
        PostgresAdapter postgres = truth.build();
        MongoAdapter mongo = opened.later(MongoAdapter.builder(clients.mongo())
                .prefix(configuration.prefix())
                .server(Addresses.of(configuration.text(Setting.MONGO_URL)))
                .pause(failures, pause)
                .clock(clock)
                .build());
        if (migrate) {
            postgres.migrate();
            mongo.createIndexes();
        } else {
            postgres.verifySchema();
            verifyIndexes(mongo);
        }
        RedisAdapter redis = opened.later(RedisAdapter.builder(clients.redis())
                .prefix(configuration.prefix())
                .server(Addresses.of(configuration.text(Setting.REDIS_URL)))
                .pause(failures, pause)
                .journal(metrics.store("redis"))
                .secondLevel(mongo.secondLevel())
                .sessionLife(new SessionLife(
                        configuration.seconds(Setting.SESSION_SLIDING_SECONDS),
                        configuration.seconds(Setting.SESSION_ABSOLUTE_SECONDS)))
                .clock(clock)
                .build());
        return new HubStores(clients, postgres, mongo, redis);
    }

    /** Without MongoDB a hub starts all the same: nothing that it holds is the truth. */
    private static void verifyIndexes(MongoAdapter mongo) {
        try {
            mongo.verifyIndexes();
        } catch (UnavailableException e) {
            LOG.warn("{}; summaries and scores are missing until it is back", e.getMessage());
        } catch (IllegalStateException e) {
            throw new ConflictException(e.getMessage() + "; run tenderhub migrate");
        }
    }
}
