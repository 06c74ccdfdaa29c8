package io.tenderhub.benchmarks;

/** The numbers from 0 in an order in which neighbours lie far apart, each once, without keeping any of them. */
final class Shuffled {
    private static final double GOLDEN = 0.6180339887498949;
    /** So that the product of two numbers fits a long. */
    private static final long MOST = 3_000_000_000L;

    private final long size;
    private final long step;

    Shuffled(long size) {
        if (size < 1 || size > MOST) {
            throw new IllegalArgumentException("can't shuffle " + size);
        }
        this.size = size;
        long candidate = Math.max(1, (long) (size * GOLDEN));
        while (commonDivisor(candidate, size) != 1) {
            candidate++;
        }
        this.step = candidate;
    }

    long at(long place) {
        return place * step % size;
    }

    private static long commonDivisor(long a, long b) {
        return b == 0 ? a : commonDivisor(b, a % b);
    }
}
