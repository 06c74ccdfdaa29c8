package io.tenderhub.tender;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Where the words of a query stand in a tender.
 *
 * @param pieces of the heading, whole, or of the description around the words; in order, as published. Text that markup may stand
 *     in: whoever shows it escapes it
 */
public record Highlight(Field field, List<Piece> pieces) {
    public Highlight {
        requireNonNull(field);
        pieces = List.copyOf(pieces);
    }

    /** What of the tender is shown. */
    public enum Field {
        HEADING,
        DESCRIPTION
    }

    /**
     * @param matched whether it is what was looked for
     */
    public record Piece(String text, boolean matched) {
        public Piece {
            requireNonNull(text);
        }
    }
}
