package io.tenderhub.cache;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * An answer, and where it came from.
 *
 * @param cached whether either level held it; false if it was loaded, also by another reader that was waited for
 */
public record CacheRead<V>(Optional<V> value, boolean cached) {
    public CacheRead {
        requireNonNull(value);
    }

    public static <V> CacheRead<V> held(Optional<V> value) {
        return new CacheRead<>(value, true);
    }

    public static <V> CacheRead<V> loaded(Optional<V> value) {
        return new CacheRead<>(value, false);
    }
}
