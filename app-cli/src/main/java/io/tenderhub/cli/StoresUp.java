package io.tenderhub.cli;

import io.tenderhub.bootstrap.StoreHealth;
import io.tenderhub.bootstrap.TenderHub;
import io.tenderhub.failure.UnavailableException;
import java.util.List;
import java.util.Set;

/** Says which store a command misses before it begins. */
final class StoresUp {
    private StoresUp() {}

    /**
     * @throws UnavailableException if one of these does not answer
     */
    static void require(TenderHub hub, String... names) {
        for (StoreHealth store : down(hub, names)) {
            throw new UnavailableException(
                    store.name() + " at " + store.address(), "it does not answer, and is needed for this", null);
        }
    }

    static boolean allOf(TenderHub hub, String... names) {
        return down(hub, names).isEmpty();
    }

    private static List<StoreHealth> down(TenderHub hub, String... names) {
        Set<String> needed = Set.of(names);
        return hub.health().stream()
                .filter(store -> !store.up() && needed.contains(store.name()))
                .toList();
    }
}
