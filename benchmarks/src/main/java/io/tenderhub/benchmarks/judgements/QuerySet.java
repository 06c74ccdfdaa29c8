package io.tenderhub.benchmarks.judgements;

/** What a query may be used for. */
enum QuerySet {
    /** Whoever changes the ranking may look at each of these. */
    TUNE,
    /** Only sums are looked at, to see whether what was tuned helps where nobody looked. */
    TEST
}
