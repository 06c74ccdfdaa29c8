package io.tenderhub.feeds.quick;

/** Says that a line is not plain enough for the quick way; the usual way then reads it. Not an error, so without a trace. */
final class Declined extends RuntimeException {
    static final Declined LINE = new Declined();

    private static final long serialVersionUID = 1L;

    private Declined() {
        super("not plain", null, false, false);
    }
}
