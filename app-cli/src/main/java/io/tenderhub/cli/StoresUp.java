package io.tenderhub.cli;

import io.tenderhub.bootstrap.StoreHealth;
import io.tenderhub.bootstrap.TenderHub;
import io.tenderhub.failure.UnavailableException;
import java.util.Set;

/** Says which store a command misses before it begins. */
final class StoresUp {
    private StoresUp() {}

    /**
     * @throws UnavailableException if one of these does not answer
     */
    static void require(TenderHub hub, String... names) {
        Set<String> needed = Set.of(names);
        for (StoreHealth store : hub.health()) {
            if (!store.up() && needed.contains(store.name())) {
                throw new UnavailableException(
                        store.name() + " at " + store.address(), "it does not answer, and is needed for this", null);
            }
        }
    }
}
