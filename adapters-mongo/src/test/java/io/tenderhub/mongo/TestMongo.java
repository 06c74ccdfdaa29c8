package io.tenderhub.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.tenderhub.naming.NamePrefix;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/** A database of its own on a server of its own. */
final class TestMongo implements AutoCloseable {
    private final MongoServer server = new MongoServer(new MemoryBackend());
    private final MongoClient client;
    private final MongoDatabase database;

    TestMongo() {
        var address = server.bind();
        this.client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(
                        new ConnectionString("mongodb://" + address.getHostString() + ":" + address.getPort()))
                .applyToClusterSettings(settings -> settings.serverSelectionTimeout(500, TimeUnit.MILLISECONDS))
                .build());
        this.database = client.getDatabase("test-" + UUID.randomUUID());
    }

    MongoDatabase database() {
        return database;
    }

    MongoAdapter adapter() {
        return adapter(NamePrefix.DEFAULT);
    }

    MongoAdapter adapter(NamePrefix prefix) {
        MongoAdapter adapter = MongoAdapter.builder(database).prefix(prefix).build();
        adapter.createIndexes();
        return adapter;
    }

    Document only(String collection) {
        var documents = database.getCollection(collection).find().into(new ArrayList<>());
        if (documents.size() != 1) {
            throw new AssertionError(documents.size() + " documents in " + collection);
        }
        return documents.get(0);
    }

    void stopServer() {
        server.shutdownNow();
    }

    @Override
    public void close() {
        client.close();
        server.shutdownNow();
    }
}
