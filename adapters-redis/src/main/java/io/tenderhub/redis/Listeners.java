package io.tenderhub.redis;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who listens to which channel. */
final class Listeners {
    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

    private final Map<String, List<Consumer<String>>> byChannel = new ConcurrentHashMap<>();

    void add(String channel, Consumer<String> listener) {
        byChannel.compute(channel, (name, present) -> {
            List<Consumer<String>> all = present == null ? new CopyOnWriteArrayList<>() : present;
            all.add(listener);
            return all;
        });
    }

    void remove(String channel, Consumer<String> listener) {
        byChannel.computeIfPresent(channel, (name, all) -> {
            all.remove(listener);
            return all.isEmpty() ? null : all;
        });
    }

    void removeAll() {
        byChannel.clear();
    }

    /** Those that somebody listens to. */
    Set<String> channels() {
        return byChannel.keySet();
    }

    void tell(String channel, String message) {
        for (Consumer<String> listener : byChannel.getOrDefault(channel, List.of())) {
            try {
                listener.accept(message);
            } catch (RuntimeException e) {
                // One listener's fault is none of the others' business, and must not end the connection.
                LOG.warn("A listener to notifications failed", e);
            }
        }
    }
}
