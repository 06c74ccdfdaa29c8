package io.tenderhub.tender;

/** By what a text finds tenders. */
public enum SearchMode {
    /** By the words that stand in the tender. */
    TEXT,
    /** By what the text means, in whatever words the tender says it. */
    SEMANTIC,
    /** By both, ranked together. */
    HYBRID
}
