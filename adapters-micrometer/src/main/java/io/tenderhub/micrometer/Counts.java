package io.tenderhub.micrometer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counters of one name, found quickly by the values of their tags. */
final class Counts {
    private final MeterRegistry registry;
    private final String name;
    private final String meaning;
    private final List<String> tags;
    private final Map<List<String>, Counter> counters = new ConcurrentHashMap<>();

    /** @param tags their names */
    Counts(MeterRegistry registry, String name, String meaning, String... tags) {
        this.registry = registry;
        this.name = name;
        this.meaning = meaning;
        this.tags = List.of(tags);
    }

    /**
     * @param amount may be 0, so that a series is there before anything happens
     * @param values of the tags, in their order
     */
    void add(double amount, String... values) {
        counters.computeIfAbsent(List.of(values), this::counter).increment(amount);
    }

    private Counter counter(List<String> values) {
        return Counter.builder(name)
                .description(meaning)
                .tags(Tagged.of(tags, values))
                .register(registry);
    }
}
