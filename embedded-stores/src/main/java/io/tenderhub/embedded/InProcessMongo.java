package io.tenderhub.embedded;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A MongoDB-compatible server inside this process. */
final class InProcessMongo implements Server {
    static final String FILE = "mongo/documents.mv";

    private final StoreFolder folder;
    private int port;
    private @Nullable MongoServer running;

    InProcessMongo(StoreFolder folder) {
        this.folder = folder;
    }

    @Override
    public void start() throws IOException {
        if (running != null) {
            return;
        }
        MongoServer server = new MongoServer(backend());
        try {
            server.bind(new InetSocketAddress("127.0.0.1", port));
        } catch (RuntimeException e) {
            server.shutdownNow();
            throw new IOException("it does not start: " + Reasons.of(e), e);
        }
        port = server.getLocalAddress().getPort();
        running = server;
    }

    private MongoBackend backend() throws IOException {
        if (!folder.isKept()) {
            return new MemoryBackend();
        }
        folder.below("mongo");
        Path file = folder.path().resolve(FILE);
        try {
            return new Durable(file.toString());
        } catch (IllegalStateException e) {
            throw new IOException("it cannot open " + file + ": " + Reasons.of(e), e);
        }
    }

    @Override
    public void stop() {
        MongoServer server = running;
        if (server != null) {
            server.shutdownNow();
            running = null;
        }
    }

    @Override
    public String url() {
        return "mongodb://127.0.0.1:" + port + "/tenderhub";
    }

    /** Hands every answered write to the operating system first, so that a killed program loses none. */
    private static final class Durable extends H2Backend {
        Durable(String file) {
            super(file);
        }

        @Override
        public Document handleMessage(MongoMessage message) {
            Document answer = super.handleMessage(message);
            commit();
            return answer;
        }
    }
}
