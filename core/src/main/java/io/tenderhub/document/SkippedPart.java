package io.tenderhub.document;

import static java.util.Objects.requireNonNull;

import io.tenderhub.failure.UnreadableDocumentException;

/**
 * A file of an archive of which there is no text.
 *
 * @param name its path in the archive
 * @param detail why not, in a few words without the name
 */
public record SkippedPart(String name, UnreadableDocumentException.Reason reason, String detail) {
    public SkippedPart {
        requireNonNull(name);
        requireNonNull(reason);
        requireNonNull(detail);
    }
}
