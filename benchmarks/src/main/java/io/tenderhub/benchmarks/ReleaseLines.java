package io.tenderhub.benchmarks;

/** Any number of OCDS releases, one a line: the same seed, the same bytes. */
interface ReleaseLines {

    /** The release number {@code n}, from 0, as one line without line break. */
    String line(long n);
}
