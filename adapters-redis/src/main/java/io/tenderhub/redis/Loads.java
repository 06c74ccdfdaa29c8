package io.tenderhub.redis;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One load at a time for each answer of this process. Callers join a running load only if it began under the generations
 * that they found themselves: then no invalidation lies between its beginning and their call.
 */
final class Loads {
    private final Map<Load, Running> running = new ConcurrentHashMap<>();

    private record Load(String key, String generations) {}

    private record Running(Thread leader, CompletableFuture<Optional<?>> result) {}

    /**
     * @param lead called by one of those who ask
     * @param keep called by the same one for what it got, while the others have it already
     * @param nested called for a lead that asks for its own answer: it would wait for itself
     */
    <V> Optional<V> load(
            String key,
            String generations,
            Class<V> type,
            Supplier<Optional<V>> lead,
            Consumer<Optional<V>> keep,
            Supplier<Optional<V>> nested) {
        Load load = new Load(key, generations);
        Running mine = new Running(Thread.currentThread(), new CompletableFuture<>());
        Running other = running.putIfAbsent(load, mine);
        if (other == null) {
            return lead(load, mine, lead, keep);
        }
        return other.leader() == Thread.currentThread() ? nested.get() : join(other, type);
    }

    private <V> Optional<V> lead(Load load, Running mine, Supplier<Optional<V>> lead, Consumer<Optional<V>> keep) {
        try {
            Optional<V> loaded = lead.get();
            mine.result().complete(loaded);
            keep.accept(loaded);
            return loaded;
        } catch (RuntimeException | Error e) {
            // Whatever the loader throws is what those who wait for it get, too.
            mine.result().completeExceptionally(e);
            throw e;
        } finally {
            // Does nothing but for a checked exception that a loader smuggled out: nobody must wait for ever.
            mine.result().completeExceptionally(new IllegalStateException("the load of " + load.key() + " failed"));
            running.remove(load, mine);
        }
    }

    private static <V> Optional<V> join(Running other, Class<V> type) {
        try {
            return other.result().join().map(type::cast);
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e;
        }
    }
}
