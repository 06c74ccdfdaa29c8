package io.tenderhub.feeds;

/** A published record that can't be made a tender of; its message is the reason, in one line. */
public final class UnreadableRecordException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableRecordException(String reason) {
        super(reason, null, false, false);
    }
}
