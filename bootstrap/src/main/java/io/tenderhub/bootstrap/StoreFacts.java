package io.tenderhub.bootstrap;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.OptionalLong;

/** What a store tells of itself: no hosts, no credentials. */
public sealed interface StoreFacts {

    /**
     * @param version such as {@code 16.4}
     * @param inRecovery whether it only follows another server, and takes no changes
     */
    record Postgres(String version, boolean inRecovery) implements StoreFacts {
        public Postgres {
            requireNonNull(version);
        }
    }

    /**
     * @param replicaSet its name, where the server is a member of one
     * @param primary whether the replica set has a primary just now; without a replica set, whether the server takes changes
     */
    record Mongo(Optional<String> replicaSet, boolean primary) implements StoreFacts {
        public Mongo {
            requireNonNull(replicaSet);
        }
    }

    /**
     * @param usedMemory bytes
     * @param maximumMemory bytes, where there is a limit
     * @param clients connections that it has, of all programs
     */
    record Redis(long usedMemory, OptionalLong maximumMemory, long clients) implements StoreFacts {
        public Redis {
            requireNonNull(maximumMemory);
        }
    }
}
