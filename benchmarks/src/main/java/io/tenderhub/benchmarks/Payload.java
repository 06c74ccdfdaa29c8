package io.tenderhub.benchmarks;

/** The event that both sides carry. */
final class Payload {
    static final String TYPE = "tender.updated";
    static final String NAME = "releaseDate";
    static final String VALUE = "2026-11-21T10:00:00Z";
    /** Events appended in one transaction. */
    static final int TRANSACTION = 1_000;

    private Payload() {}

    static String aggregate(int n) {
        return "ocds-9t57fa-" + (100_000 + n);
    }
}
