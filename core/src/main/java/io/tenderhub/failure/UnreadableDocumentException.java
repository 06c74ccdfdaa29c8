package io.tenderhub.failure;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/** A document that was handed in can't be turned into text. The same document never can. */
public final class UnreadableDocumentException extends TenderHubException {
    private final Reason reason;
    private final String document;
    private final String detail;

    /**
     * @param document its name; one within an archive after the archive's, as in {@code bid.zip/annexes/a.pdf}
     * @param detail what is wrong, in a few words without the name
     */
    public UnreadableDocumentException(Reason reason, String document, String detail) {
        super(requireNonNull(document) + " can't be read: " + requireNonNull(detail), null);
        this.reason = requireNonNull(reason);
        this.document = document;
        this.detail = detail;
    }

    public Reason reason() {
        return reason;
    }

    public String document() {
        return document;
    }

    public String detail() {
        return detail;
    }

    /** Why a document can't be read. */
    public enum Reason {
        /** Its content is of a kind that is not read. */
        UNSUPPORTED_TYPE,
        /** Its content is not what its name or its declared type says. */
        NOT_WHAT_IT_SAYS,
        /** It has more bytes than are taken. */
        TOO_LARGE,
        /** There is more in it than is taken: bytes after unpacking, files, archives within archives, memory to read it. */
        TOO_MUCH_INSIDE,
        /** It takes a password to read it, or its author forbade to take the text out. */
        ENCRYPTED,
        /** It breaks the rules of its own format. */
        DAMAGED,
        /** It is sound and holds no text, as a scan without recognised words. */
        NO_TEXT,
        /** It was given up after the time that one document may take. */
        TOO_SLOW;

        /** {@code unsupported-type}, {@code not-what-it-says} and so on. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
