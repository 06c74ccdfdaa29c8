package io.tenderhub.ingestion;

/** How much of a tender a job looks at. What it does not look at need not be read. */
public enum TenderDetail {
    /** The whole tender. */
    EVERYTHING,
    /**
     * What requirements are found in, what is scored and what a list shows: the ocid, ids, texts, state, value, categories, items, places,
     * periods and briefing. Raw JSON, documents, contact, awards and warnings may be empty.
     */
    WHAT_IS_SCORED
}
