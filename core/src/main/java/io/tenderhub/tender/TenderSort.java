package io.tenderhub.tender;

/** Orders of search results; ties are broken by ocid. */
public enum TenderSort {
    /** Best match of the text first; newest first where the query has no text. */
    RELEVANCE,
    /** Soonest closing time first; tenders without one last. */
    CLOSING_SOONEST,
    /** Latest release first. */
    NEWEST,
    /** Highest value first; tenders without one last. */
    VALUE
}
