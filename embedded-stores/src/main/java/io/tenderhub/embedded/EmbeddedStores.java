package io.tenderhub.embedded;

import io.tenderhub.failure.UnavailableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Real PostgreSQL, real Redis and a MongoDB-compatible server on free ports of the loopback interface. They end with
 * {@link #close()}, with the orderly end of the program, and a few seconds after it was killed. Safe for use by
 * several threads.
 */
public final class EmbeddedStores implements AutoCloseable {
    private final StoreFolder folder;
    private final Guard guard;
    private final Map<Store, Server> servers;
    private final Thread atExit = new Thread(this::end, "embedded-stores-end");
    private boolean closed;

    private EmbeddedStores(StoreFolder folder, Guard guard, Map<Store, Server> servers) {
        this.folder = folder;
        this.guard = guard;
        this.servers = servers;
    }

    /** All three, with data thrown away at the end unless {@link Builder#folder} says where to keep it. */
    public static Builder builder() {
        return new Builder();
    }

    /** The JDBC URL, with its user and without a password. */
    public String postgresUrl() {
        return server(Store.POSTGRES).url();
    }

    /** The connection string, with the database {@code tenderhub} in its path. */
    public String mongoUrl() {
        return server(Store.MONGO).url();
    }

    /** The {@code redis://} URL. */
    public String redisUrl() {
        return server(Store.REDIS).url();
    }

    /** Stops one server and keeps its port and, with a kept folder, its data; for trying what happens without it. */
    public synchronized void stop(Store store) {
        try {
            server(store).stop();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot stop " + store.title(), e);
        }
    }

    /**
     * Starts a stopped server again under the same URL.
     *
     * @throws UnavailableException when it does not come up
     */
    public synchronized void start(Store store) {
        if (closed) {
            throw new IllegalStateException("the embedded servers are closed");
        }
        startOne(store, server(store));
    }

    /** Stops the servers in order and removes the data unless it is kept; a second call does nothing. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException ending) {
            // The program is ending already, and the hook is what calls or will find everything closed.
        }
        end();
    }

    private synchronized void end() {
        if (closed) {
            return;
        }
        closed = true;
        boolean allStopped = stopAll(servers);
        if (allStopped) {
            guard.dismiss();
            folder.release();
        } else {
            // What could not be stopped here is the guard's to end, and the folder's remains with it.
            guard.abandon();
            folder.unlock();
        }
    }

    private Server server(Store store) {
        return Optional.ofNullable(servers.get(store))
                .orElseThrow(() -> new IllegalStateException(store.title() + " was not asked for"));
    }

    private static void startOne(Store store, Server server) {
        try {
            server.start();
        } catch (IOException e) {
            throw new UnavailableException("embedded " + store.title(), Reasons.of(e), e);
        }
    }

    private static boolean stopAll(Map<Store, Server> servers) {
        boolean allStopped = true;
        for (Server server : servers.values()) {
            try {
                server.stop();
            } catch (IOException e) {
                allStopped = false;
            }
        }
        return allStopped;
    }

    /** What to start and where. */
    public static final class Builder {
        private @Nullable Path kept;
        private Set<Store> wanted = EnumSet.allOf(Store.class);
        private boolean closedByCaller;

        private Builder() {}

        /**
         * The caller closes the servers also when the program is told to end, after whatever he still does on them. Otherwise they
         * end at once then. They end in either case soon after the program did.
         */
        public Builder closedByCaller() {
            this.closedByCaller = true;
            return this;
        }

        /** Keeps the data in this folder, which is made when it is missing. One program at a time can use it. */
        public Builder folder(Path keptIn) {
            this.kept = keptIn;
            return this;
        }

        /** Throws the data away at the end; the default. */
        public Builder thrownAway() {
            this.kept = null;
            return this;
        }

        /** Only these servers. */
        public Builder only(Store first, Store... others) {
            Set<Store> chosen = EnumSet.of(first);
            chosen.addAll(Arrays.asList(others));
            this.wanted = chosen;
            return this;
        }

        /**
         * Starts the servers side by side and waits for all.
         *
         * @throws UnavailableException when a server does not come up or the folder is in use; nothing is left running
         */
        public EmbeddedStores start() {
            Path keptIn = kept;
            StoreFolder folder = keptIn == null ? StoreFolder.thrownAway() : StoreFolder.kept(keptIn);
            Guard guard;
            try {
                guard = Guard.over(folder);
            } catch (IOException e) {
                folder.release();
                throw new UnavailableException("embedded servers", Reasons.of(e), e);
            }
            Map<Store, Server> servers = new EnumMap<>(Store.class);
            for (Store store : wanted) {
                servers.put(
                        store,
                        switch (store) {
                            case POSTGRES -> new PostgresServer(folder, guard);
                            case MONGO -> MongoServers.forFolder(folder, guard);
                            case REDIS -> new RedisServer(folder, guard);
                        });
            }
            EmbeddedStores stores = new EmbeddedStores(folder, guard, servers);
            if (!closedByCaller) {
                Runtime.getRuntime().addShutdownHook(stores.atExit);
            }
            try {
                CompletableFuture.allOf(servers.entrySet().stream()
                                .map(each -> CompletableFuture.runAsync(
                                        () -> startOne(each.getKey(), each.getValue()),
                                        task -> new Thread(task, "embedded-start").start()))
                                .toArray(CompletableFuture<?>[]::new))
                        .join();
                return stores;
            } catch (CompletionException e) {
                stores.close();
                if (e.getCause() instanceof UnavailableException unavailable) {
                    throw unavailable;
                }
                throw new UnavailableException("embedded servers", Reasons.of(e), e);
            }
        }
    }
}
