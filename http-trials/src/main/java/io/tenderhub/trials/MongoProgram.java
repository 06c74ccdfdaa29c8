package io.tenderhub.trials;

import io.tenderhub.embedded.EmbeddedStores;
import io.tenderhub.embedded.Store;
import java.nio.file.Path;

/** A MongoDB in a process of its own, so that it can be frozen; ends with its standard input. */
public final class MongoProgram {
    private MongoProgram() {}

    public static void main(String[] arguments) throws Exception {
        try (EmbeddedStores stores = EmbeddedStores.builder()
                .folder(Path.of(arguments[0]))
                .only(Store.MONGO)
                .start()) {
            System.out.println(stores.mongoUrl());
            System.out.flush();
            while (System.in.read() >= 0) {
                // Whoever started it says nothing, and ends.
            }
        }
    }
}
