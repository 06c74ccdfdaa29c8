package io.tenderhub.trials;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadIT {
    private static final int CONNECTIONS = 64;
    private static final Duration TIME = Duration.ofSeconds(8);
    private static final int LONGEST_THOUGHT_MILLIS = 500;
    private static final int TENDERS = 5;

    /** Pools may not have been full before. */
    private static final int LEEWAY = 60;

    private static final Map<String, String> SMALL_POOLS = Map.of(
            "TENDERHUB_POSTGRES_POOL_IDLE", "5",
            "TENDERHUB_POSTGRES_POOL_MAXIMUM", "10",
            "TENDERHUB_MONGO_POOL_MAXIMUM", "10",
            "TENDERHUB_REDIS_POOL_MAXIMUM", "20");

    @Test
    void answersOnlyWhatIsDescribedWhileStoresFreezeAndKeepsNothingOfIt(@TempDir Path folder) throws Exception {
        Path jar = Path.of(System.getProperty("tenderhub.jar"));
        Map<String, String> settings = new HashMap<>(Load.settings());
        settings.putAll(SMALL_POOLS);
        try (Grounds grounds = Grounds.open(folder, jar, settings, TENDERS)) {
            LoadTrial.Result result = new LoadTrial(grounds, CONNECTIONS, TIME, LONGEST_THOUGHT_MILLIS, 1).run();

            assertThat(result.during().notDescribed()).as(result.toString()).isEmpty();
            assertThat(result.during().failures()).as(result.toString()).isEmpty();
            assertThat(result.during().successes()).as(result.toString()).isPositive();
            assertThat(result.afterwards().of(503)).as(result.toString()).isZero();
            assertThat(result.after().threads())
                    .as(result.toString())
                    .isLessThan(result.before().threads() + LEEWAY);
            assertThat(result.after().sockets())
                    .as(result.toString())
                    .isLessThan(result.before().sockets() + LEEWAY);
            assertThat(result.after().subscriptions())
                    .as(result.toString())
                    .isLessThanOrEqualTo(result.before().subscriptions());
        }
    }
}
