package io.tenderhub.redis;

import java.util.Optional;

/**
 * An answer that this process remembers.
 *
 * @param value none if it is remembered that there is no answer
 * @param generations under which it was loaded
 * @param era in which these were the present ones
 * @param expires by {@link System#nanoTime}
 * @param weight about how many bytes it takes
 */
record Near<V>(Place<V> place, Optional<V> value, String generations, String era, long expires, int weight) {

    /** The same, found to count in another era. */
    Near<V> in(String later) {
        return new Near<>(place, value, generations, later, expires, weight);
    }
}
