package io.tenderhub.mongo;

/** A stored document that does not have the documented form. */
final class UnreadableDocumentException extends Exception {
    UnreadableDocumentException(String message) {
        super(message);
    }
}
