package io.tenderhub.feeds;

/** The text stops being JSON, so that where the next value begins can only be guessed. */
final class BrokenJsonException extends Exception {
    private static final long serialVersionUID = 1L;

    BrokenJsonException(String reason, long line, long column) {
        super(reason + " at line " + line + ", column " + column, null, false, false);
    }
}
