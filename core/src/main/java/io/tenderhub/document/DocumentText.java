package io.tenderhub.document;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What is to be read in a document.
 *
 * @param name as the document was called
 * @param type what its content is
 * @param parts at least one; exactly one unless it is an archive, else in the archive's order
 * @param skipped what an archive holds besides; empty for others
 */
public record DocumentText(String name, DocumentType type, List<DocumentPart> parts, List<SkippedPart> skipped) {
    public DocumentText {
        requireNonNull(name);
        requireNonNull(type);
        parts = List.copyOf(parts);
        skipped = List.copyOf(skipped);
    }

    /** The texts of all parts, with an empty line between them. */
    public String text() {
        return parts.stream().map(DocumentPart::text).collect(Collectors.joining("\n\n"));
    }

    /** Whether any part goes on after what is here. */
    public boolean truncated() {
        return parts.stream().anyMatch(DocumentPart::truncated);
    }
}
