package io.tenderhub.argon2;

/**
 * What one hash costs.
 *
 * @param memoryKib blocks of 1024 bytes, 8 for each lane or more
 * @param iterations passes over the memory
 * @param parallelism lanes
 */
record Cost(int memoryKib, int iterations, int parallelism) {
    /** What a hash that was read may cost at most: a row that was tampered with must not exhaust the memory or the time. */
    private static final int MOST_MEMORY_KIB = 1 << 20;

    private static final int MOST_ITERATIONS = 100;
    private static final int MOST_PARALLELISM = 64;

    boolean isPossible() {
        return parallelism >= 1
                && parallelism <= MOST_PARALLELISM
                && iterations >= 1
                && iterations <= MOST_ITERATIONS
                && memoryKib >= 8 * parallelism
                && memoryKib <= MOST_MEMORY_KIB;
    }
}
