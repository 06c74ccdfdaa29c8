package io.tenderhub.bootstrap;

import static java.util.Objects.requireNonNull;

/**
 * Whether a store answers.
 *
 * @param name {@code postgres}, {@code mongo} or {@code redis}
 * @param address hosts and ports, without credentials
 * @param up whether it answered just now
 * @param holdsTheTruth whether nothing works without it
 */
public record StoreHealth(String name, String address, boolean up, boolean holdsTheTruth) {
    public StoreHealth {
        requireNonNull(name);
        requireNonNull(address);
    }
}
