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

    /** @param store called once for a loaded answer, by the caller who loaded it */
    <V> Optional<V> load(
            String key, String generations, Class<V> type, Supplier<Optional<V>> loader, Consumer<V> store) {
        Load load = new Load(key, generations);
        Running mine = new Running(Thread.currentThread(), new CompletableFuture<>());
        Running other = running.putIfAbsent(load, mine);
        if (other == null) {
            return lead(load, mine, loader, store);
        }
        // A loader that asks for its own answer would wait for itself.
        return other.leader() == Thread.currentThread() ? loader.get() : join(other, type);
    }

    private <V> Optional<V> lead(Load load, Running mine, Supplier<Optional<V>> loader, Consumer<V> store) {
        try {
            Optional<V> loaded = loader.get();
            mine.result().complete(loaded);
            loaded.ifPresent(store);
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
