package io.tenderhub.trials;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** The load as a command: {@code http-trials/run load [CONNECTIONS [SECONDS [MILLISECONDS OF THOUGHT]]]}. */
public final class Load {
    private static final int FAULTY = 1;

    private Load() {}

    public static void main(String[] arguments) throws Exception {
        int connections = number(arguments, 0, 1_000);
        int seconds = number(arguments, 1, 60);
        int thought = number(arguments, 2, 4_000);
        Path jar = Path.of(System.getProperty("tenderhub.jar"));
        boolean described;
        try (Grounds grounds = Grounds.open(Files.createTempDirectory("http-trials-"), jar, settings(), 20)) {
            LoadTrial.Result result =
                    new LoadTrial(grounds, connections, Duration.ofSeconds(seconds), thought, 1).run();
            System.out.println(result);
            described = result.during().notDescribed().isEmpty()
                    && result.afterwards().notDescribed().isEmpty();
        }
        // Only now, for the stores and the hub end with the block.
        if (!described) {
            System.exit(FAULTY);
        }
    }

    /** No limit of requests for the one team, a breaker that soon looks again, and streams that soon notice that nobody listens. */
    static Map<String, String> settings() {
        return Map.of(
                "TENDERHUB_HTTP_REQUESTS_PER_MINUTE", "1000000",
                "TENDERHUB_BREAKER_PAUSE_SECONDS", "5",
                "TENDERHUB_LIVE_HEARTBEAT_SECONDS", "2",
                "TENDERHUB_LIVE_CONNECTIONS_PER_TEAM", "1000");
    }

    private static int number(String[] arguments, int at, int otherwise) {
        return arguments.length > at ? Integer.parseInt(arguments[at]) : otherwise;
    }
}
