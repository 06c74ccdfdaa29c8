package io.tenderhub.mongo;

import static java.util.Objects.requireNonNull;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.tenderhub.naming.NamePrefix;
import io.tenderhub.teststores.TestStores;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/** A database of its own, dropped at the end. */
final class TestMongo implements AutoCloseable {
    private final Optional<MongoServer> ownServer;
    private final MongoClient client;
    private final MongoDatabase database;
    private final List<MongoAdapter> adapters = new ArrayList<>();

    /** On the server that the tests share. */
    TestMongo() {
        this(TestStores.shared().freshMongoUrl(), Optional.empty());
    }

    private TestMongo(String url, Optional<MongoServer> ownServer) {
        ConnectionString address = new ConnectionString(url);
        this.ownServer = ownServer;
        this.client = attentive(url, ownServer.isPresent() ? 500 : 30_000);
        this.database = client.getDatabase(requireNonNull(address.getDatabase()));
    }

    /**
     * A client that looks as soon as it can whether a server is there again, instead of after half a second.
     *
     * @param patienceMillis how long it waits for one
     */
    static MongoClient attentive(String url, int patienceMillis) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(url))
                .applyToClusterSettings(
                        settings -> settings.serverSelectionTimeout(patienceMillis, TimeUnit.MILLISECONDS))
                .applyToServerSettings(settings -> settings.minHeartbeatFrequency(20, TimeUnit.MILLISECONDS))
                .build());
    }

    /** On a server of its own, which the test may stop. */
    static TestMongo onItsOwnServer() {
        MongoServer server = new MongoServer(new MemoryBackend());
        var address = server.bind();
        return new TestMongo(
                "mongodb://" + address.getHostString() + ":" + address.getPort() + "/test", Optional.of(server));
    }

    MongoDatabase database() {
        return database;
    }

    MongoAdapter adapter() {
        return adapter(NamePrefix.DEFAULT);
    }

    MongoAdapter adapter(NamePrefix prefix) {
        return adapter(MongoAdapter.builder(database).prefix(prefix));
    }

    /** With its indexes; closed at the end. */
    MongoAdapter adapter(MongoAdapter.Builder builder) {
        MongoAdapter adapter = builder.build();
        adapters.add(adapter);
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
        ownServer.orElseThrow().shutdownNow();
    }

    @Override
    public void close() {
        adapters.forEach(MongoAdapter::close);
        if (ownServer.isEmpty()) {
            database.drop();
        }
        client.close();
        ownServer.ifPresent(MongoServer::shutdownNow);
    }
}
