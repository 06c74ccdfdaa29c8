package io.tenderhub.http.routes;

import com.fasterxml.jackson.core.JsonGenerator;
import io.tenderhub.bootstrap.HealthState;
import io.tenderhub.bootstrap.StoreFacts;
import io.tenderhub.bootstrap.StoreHealth;
import io.tenderhub.json.JsonWriting;
import io.tenderhub.json.ObjectShape;
import io.tenderhub.json.Shape;
import io.tenderhub.operation.PoolUse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How each database fares: no hosts, no credentials. */
final class DatabaseHealth {
    private static final ObjectShape POOL = Shape.object("PoolUse")
            .with("active", Shape.count().described("Connections in use"))
            .with("idle", Shape.count())
            .with("waiting", Shape.count().described("Threads that wait for a connection"))
            .with("most", Shape.count().described("Connections there may be"));

    private static final ObjectShape POSTGRES = database("PostgresHealth")
            .maybe("version", Shape.text())
            .maybe(
                    "inRecovery",
                    Shape.truth().described("Whether it only follows another server and takes no changes"));

    private static final ObjectShape MONGO = database("MongoHealth")
            .with("breaker", breaker())
            .maybe("replicaSet", Shape.text().described("Left out where the server is in none"))
            .maybe("primary", Shape.truth().described("Whether there is a server that takes changes"));

    private static final ObjectShape REDIS = database("RedisHealth")
            .with("breaker", breaker())
            .maybe("usedMemoryBytes", Shape.count())
            .maybe("maximumMemoryBytes", Shape.count().described("Left out where there is no limit"))
            .maybe("connectedClients", Shape.count());

    static final ObjectShape SHAPE = Shape.object("DatabasesHealth")
            .with("status", Shape.text().oneOf("healthy", "degraded", "down"))
            .with(
                    "databases",
                    Shape.object("Databases")
                            .with("postgres", POSTGRES)
                            .with("mongo", MONGO)
                            .with("redis", REDIS));

    private DatabaseHealth() {}

    private static ObjectShape database(String name) {
        return Shape.object(name)
                .with("status", Shape.text().oneOf("up", "down"))
                .maybe("latencyMillis", Shape.number())
                .with("pool", POOL);
    }

    private static Shape breaker() {
        return Shape.text().oneOf("closed", "open", "half-open");
    }

    static JsonWriting of(List<StoreHealth> stores) {
        return json -> {
            json.writeStartObject();
            json.writeStringField("status", HealthState.of(stores).code());
            json.writeObjectFieldStart("databases");
            for (StoreHealth store : stores) {
                write(json, store);
            }
            json.writeEndObject();
            json.writeEndObject();
        };
    }

    private static void write(JsonGenerator json, StoreHealth store) throws IOException {
        json.writeObjectFieldStart(store.name());
        json.writeStringField("status", store.up() ? "up" : "down");
        Optional<Duration> latency = store.latency();
        if (latency.isPresent()) {
            json.writeNumberField("latencyMillis", latency.get().toNanos() / 1_000 / 1_000.0);
        }
        if (!store.holdsTheTruth()) {
            json.writeStringField("breaker", store.breaker().code());
        }
        PoolUse pool = store.pool();
        json.writeObjectFieldStart("pool");
        json.writeNumberField("active", pool.active());
        json.writeNumberField("idle", pool.idle());
        json.writeNumberField("waiting", pool.waiting());
        json.writeNumberField("most", pool.most());
        json.writeEndObject();
        if (store.facts().isPresent()) {
            write(json, store.facts().get());
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, StoreFacts facts) throws IOException {
        if (facts instanceof StoreFacts.Postgres postgres) {
            json.writeStringField("version", postgres.version());
            json.writeBooleanField("inRecovery", postgres.inRecovery());
        } else if (facts instanceof StoreFacts.Mongo mongo) {
            if (mongo.replicaSet().isPresent()) {
                json.writeStringField("replicaSet", mongo.replicaSet().get());
            }
            json.writeBooleanField("primary", mongo.primary());
        } else if (facts instanceof StoreFacts.Redis redis) {
            json.writeNumberField("usedMemoryBytes", redis.usedMemory());
            if (redis.maximumMemory().isPresent()) {
                json.writeNumberField(
                        "maximumMemoryBytes", redis.maximumMemory().getAsLong());
            }
            json.writeNumberField("connectedClients", redis.clients());
        }
    }
}
