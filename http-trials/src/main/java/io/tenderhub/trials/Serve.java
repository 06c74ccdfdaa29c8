package io.tenderhub.trials;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Serves a hub with something in it until its standard input ends, for trials by programs of others; prints how to get in. */
public final class Serve {
    private Serve() {}

    public static void main(String[] arguments) throws IOException {
        Path jar = Path.of(System.getProperty("tenderhub.jar"));
        try (Grounds grounds = Grounds.open(
                Files.createTempDirectory("http-trials-"),
                jar,
                Map.of("TENDERHUB_HTTP_REQUESTS_PER_MINUTE", "1000000"),
                20)) {
            System.out.println("URL=" + grounds.service());
            System.out.println("TEAM=" + grounds.seeding().team());
            System.out.println("EMAIL=" + grounds.seeding().email());
            System.out.println("SESSION=" + grounds.seeding().session());
            System.out.println("KEY=" + grounds.seeding().key());
            System.out.println("OPERATOR=" + Tokens.OPERATOR);
            System.out.flush();
            while (System.in.read() >= 0) {
                // Whatever is said: it goes on until nobody is there.
            }
        }
    }
}
