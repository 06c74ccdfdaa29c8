package io.tenderhub.tender;

import java.util.Locale;

/** The publishers' quirks that are handled; each is recorded on the tender where it was met. */
public enum WarningCode {
    /** The title is only a reference number; the description serves as the heading. */
    TITLE_IS_REFERENCE,
    /** A date that means "none", such as {@code 0001-01-01}; treated as absent. */
    PLACEHOLDER_DATE,
    /** A value that can't be read as a date; treated as absent. */
    UNREADABLE_DATE,
    /** A date without time or offset; read as UTC, at the start of its day. */
    DATE_WITHOUT_ZONE,
    /** A South African time marked {@code Z} that is really local time; kept as published. */
    LOCAL_TIME_MARKED_UTC,
    /** More than nine fraction digits of a second; cut to nanoseconds. */
    FRACTION_TOO_LONG,
    /** A value of 0 means "not disclosed"; treated as absent. */
    VALUE_NOT_DISCLOSED,
    /** A negative or unreadable amount; treated as absent. */
    UNREADABLE_AMOUNT,
    /** An amount written as a string; read as a number. */
    AMOUNT_AS_STRING,
    /** An amount without a currency; treated as absent. */
    CURRENCY_MISSING,
    /** An empty or blank string; treated as absent. */
    EMPTY_TEXT,
    /** A text that stands for nothing, such as {@code N/A} or {@code 000-000-0000}; treated as absent. */
    PLACEHOLDER_TEXT,
    /** Blanks or line breaks around a text, or CRLF within it; removed or made LF. */
    BLANKS_TRIMMED,
    /** HTML tags or entities in a text; turned into plain text. */
    HTML_IN_TEXT,
    /** Control characters in a text; removed. */
    CONTROL_CHARACTERS,
    /** A status that is not in the OCDS codelist; kept. */
    STATUS_NOT_IN_CODELIST,
    /** A release without a tag. */
    TAG_MISSING,
    /** A tag that is a string instead of an array; read as an array of one. */
    TAG_AS_STRING,
    /** An object where the standard has an array; read as an array of one. */
    OBJECT_INSTEAD_OF_ARRAY,
    /** Any other value of a kind the standard does not allow there; read where its meaning is plain, otherwise absent. */
    UNEXPECTED_TYPE,
    /** Bytes that are not UTF-8; read by another encoding, named in the message. */
    NOT_UTF8,
    /** Text in a column or field that belongs elsewhere; moved or left out, as the message says. */
    MISPLACED_VALUE,
    /** The publisher gave no identifier for the tender; the ocid serves. */
    TENDER_ID_MISSING;

    /** The code as written to files and answers: {@code title-is-reference}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
