package io.tenderhub.document;

import static java.util.Objects.requireNonNull;

import io.tenderhub.summary.Digest;

/** A document in short, with what was read of it. */
public record DocumentSummary(DocumentText source, Digest digest) {
    public DocumentSummary {
        requireNonNull(source);
        requireNonNull(digest);
    }
}
