package io.tenderhub.feeds.published;

import java.util.Optional;

/** A published record that can't be made a tender of; its message is the reason, in one line. */
public final class UnreadableRecordException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Optional<String> ocid;

    public UnreadableRecordException(String reason) {
        this(reason, Optional.empty());
    }

    public UnreadableRecordException(String reason, Optional<String> ocid) {
        super(reason, null, false, false);
        this.ocid = ocid;
    }

    /** The record's ocid, where it could be told. */
    public Optional<String> ocid() {
        return ocid;
    }
}
