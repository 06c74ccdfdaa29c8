package io.tenderhub.lock;

import static java.util.Objects.requireNonNull;

/**
 * A lock somebody got.
 *
 * @param name what is locked
 * @param token proves the ownership; another holder of the same name has another one
 * @param fence above that of every earlier holder of the same name. What the lock protects is written with it, and a write with
 *     a lower one than the stored is refused: so one who was asleep while the lock ran out overwrites nothing
 */
public record HeldLock(String name, String token, long fence) {
    public HeldLock {
        requireNonNull(name);
        requireNonNull(token);
    }
}
