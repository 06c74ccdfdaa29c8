package io.tenderhub.postgres;

import java.util.Optional;

/**
 * Every tender, or one in so many, told by a mark that hangs on its ocid alone: the same ones each time, spread over everything. Each of
 * the smaller samples is a part of the larger ones.
 *
 * @param oneIn 1, 4, 16 or 64
 */
record SearchSample(int oneIn) {
    static final SearchSample ALL = new SearchSample(1);
    private static final int STEP = 4;
    private static final int SMALLEST = 64;

    /**
     * As large as can be.
     *
     * @param expected how many are found
     * @param most how many there may be in the sample
     */
    static SearchSample of(long expected, long most) {
        int oneIn = 1;
        while (oneIn < SMALLEST && expected > most * oneIn) {
            oneIn *= STEP;
        }
        return new SearchSample(oneIn);
    }

    boolean isAll() {
        return oneIn == 1;
    }

    /** What the index is asked for; the migration's marks say the same. */
    Optional<String> mark() {
        return isAll() ? Optional.empty() : Optional.of("'z|" + oneIn + "'");
    }
}
