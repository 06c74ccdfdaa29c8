package io.tenderhub.benchmarks;

/** One of two ways to count what somebody does against what he may. */
interface Counter {

    /** @return whether one more may be, and was counted */
    boolean take(String who);
}
