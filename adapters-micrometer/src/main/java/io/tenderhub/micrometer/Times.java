package io.tenderhub.micrometer;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Histograms of one name, found quickly by the values of their tags. */
final class Times {
    private static final Duration[] BOUNDARIES = {
        Duration.ofMillis(1),
        Duration.ofMillis(2),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(20),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(200),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(2),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30)
    };

    private final MeterRegistry registry;
    private final String name;
    private final String meaning;
    private final List<String> tags;
    private final Map<List<String>, Timer> timers = new ConcurrentHashMap<>();

    /** @param tags their names */
    Times(MeterRegistry registry, String name, String meaning, String... tags) {
        this.registry = registry;
        this.name = name;
        this.meaning = meaning;
        this.tags = List.of(tags);
    }

    /** @param values of the tags, in their order */
    void record(Duration time, String... values) {
        List<String> key = List.of(values);
        // Looked up first without a lock; registering would look it up as well, but build the whole name to do so.
        Timer known = timers.get(key);
        (known == null ? timers.computeIfAbsent(key, this::timer) : known).record(time);
    }

    private Timer timer(List<String> values) {
        return Timer.builder(name)
                .description(meaning)
                .tags(Tagged.of(tags, values))
                .serviceLevelObjectives(BOUNDARIES)
                .register(registry);
    }
}
