package io.tenderhub.embedded;

import java.io.IOException;
import java.nio.file.Path;

/** A program of its own that starts the servers and waits until it is ended; with a folder's name it keeps the data. */
final class HoldsStores {
    private HoldsStores() {}

    public static void main(String[] arguments) throws IOException {
        EmbeddedStores.Builder builder = EmbeddedStores.builder();
        if (arguments.length > 0) {
            builder.folder(Path.of(arguments[0]));
        }
        EmbeddedStores stores = builder.start();
        System.out.println("ready " + stores.postgresUrl() + " " + stores.mongoUrl());
        while (System.in.read() >= 0) {
            // Waits for the end of its input, or for its own.
        }
        stores.close();
    }
}
