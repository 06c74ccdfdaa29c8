package io.tenderhub.cache;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * An answer, and whether it is the last known one because the truth could not be asked.
 *
 * @param staleSince the instant as of which it was right; empty for a fresh answer
 */
public record Answer<V>(V value, Optional<Instant> staleSince) {
    public Answer {
        requireNonNull(value);
        requireNonNull(staleSince);
    }

    public static <V> Answer<V> fresh(V value) {
        return new Answer<>(value, Optional.empty());
    }

    public static <V> Answer<V> stale(V value, Instant since) {
        return new Answer<>(value, Optional.of(since));
    }

    public boolean isStale() {
        return staleSince.isPresent();
    }

    /** The same freshness of another value. */
    public <W> Answer<W> map(Function<? super V, ? extends W> change) {
        return new Answer<>(change.apply(value), staleSince);
    }
}
