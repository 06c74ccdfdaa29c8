package io.tenderhub.redis;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * What this process was refused and will be refused again for a time that is known: who keeps asking then costs Redis nothing. What
 * was granted does not come back, so a refusal holds until its time whatever others do; nothing is ever granted from here.
 */
final class Refusals<K, V> {
    /** Bounds the memory; what is forgotten is asked for again. */
    private static final int MOST = 100_000;

    private record Refusal<V>(V answer, long answered, long until) {}

    /**
     * An answer that still holds.
     *
     * @param age for how long this process has had it
     */
    record Remembered<V>(V answer, Duration age) {}

    private final LongSupplier nanoTime;
    private final Map<K, Refusal<V>> refusals = new ConcurrentHashMap<>();

    Refusals(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    long now() {
        return nanoTime.getAsLong();
    }

    Optional<Remembered<V>> find(K key) {
        Refusal<V> refusal = refusals.get(key);
        if (refusal == null) {
            return Optional.empty();
        }
        long now = now();
        if (now - refusal.until() >= 0) {
            refusals.remove(key, refusal);
            return Optional.empty();
        }
        return Optional.of(new Remembered<>(refusal.answer(), Duration.ofNanos(now - refusal.answered())));
    }

    /**
     * @param asked when the question was sent, by {@link #now}: the answer is not older
     * @param holds for how long it holds from then on
     */
    void remember(K key, V answer, long asked, Duration holds) {
        if (refusals.size() >= MOST) {
            refusals.clear();
        }
        refusals.put(key, new Refusal<>(answer, now(), asked + holds.toNanos()));
    }

    void forgetAll() {
        refusals.clear();
    }
}
