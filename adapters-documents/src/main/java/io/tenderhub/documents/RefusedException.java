package io.tenderhub.documents;

import io.tenderhub.failure.UnreadableDocumentException.Reason;
import java.io.IOException;

/** A document, or a part of one, is not read; passes through streams as they pass on other failures. */
final class RefusedException extends IOException {
    private final Reason reason;

    /** @param detail what is wrong, in a few words without a name */
    RefusedException(Reason reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
