package io.tenderhub.document;

import java.util.Locale;

/** The kinds of documents that are read. */
public enum DocumentType {
    PDF("application/pdf"),
    /** Office Open XML text, with or without macros; macros are never looked at. */
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    /** An archive of documents. */
    ZIP("application/zip"),
    /** Plain text in UTF-8, UTF-16 with its mark, or Windows-1252. */
    TEXT("text/plain");

    private final String mediaType;

    DocumentType(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /** {@code pdf}, {@code docx}, {@code zip} or {@code text}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
