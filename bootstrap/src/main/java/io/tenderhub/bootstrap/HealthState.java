package io.tenderhub.bootstrap;

import java.util.List;
import java.util.Locale;

/** How a hub fares as a whole. */
public enum HealthState {
    /** Every store answers. */
    HEALTHY,
    /** It does a part of its work: a store is away that it can do without, or the truth can only be read. */
    DEGRADED,
    /** The truth is away, and nothing works. */
    DOWN;

    /** {@code healthy}, {@code degraded} or {@code down}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static HealthState of(List<StoreHealth> stores) {
        if (stores.stream().anyMatch(store -> store.holdsTheTruth() && !store.up())) {
            return DOWN;
        }
        boolean whole = stores.stream().allMatch(store -> store.up() && !onlyFollows(store));
        return whole ? HEALTHY : DEGRADED;
    }

    private static boolean onlyFollows(StoreHealth store) {
        return store.facts()
                .filter(StoreFacts.Postgres.class::isInstance)
                .map(StoreFacts.Postgres.class::cast)
                .filter(StoreFacts.Postgres::inRecovery)
                .isPresent();
    }
}
