package io.tenderhub.tender;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** A document published with the tender; each part where published. */
public record TenderDocument(
        Optional<String> id,
        Optional<String> type,
        Optional<String> title,
        Optional<String> url,
        Optional<String> format) {
    public TenderDocument {
        requireNonNull(id);
        requireNonNull(type);
        requireNonNull(title);
        requireNonNull(url);
        requireNonNull(format);
    }
}
