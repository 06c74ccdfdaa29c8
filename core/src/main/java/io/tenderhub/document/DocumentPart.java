package io.tenderhub.document;

import static java.util.Objects.requireNonNull;

import java.util.OptionalInt;

/**
 * The text of one document: the one that was handed in, or one of an archive.
 *
 * @param name of its file; within an archive its path there
 * @param type never {@link DocumentType#ZIP}
 * @param pages how many it has, where its format knows pages and it was read to its end
 * @param text has at least one letter or digit; lines end with a line feed
 * @param truncated whether it goes on after what is here
 */
public record DocumentPart(String name, DocumentType type, OptionalInt pages, String text, boolean truncated) {
    public DocumentPart {
        requireNonNull(name);
        requireNonNull(type);
        requireNonNull(pages);
        requireNonNull(text);
    }
}
