package io.tenderhub.tender;

/** Orders of search results; ties are broken by ocid. */
public enum TenderSort {
    /**
     * Best match of the text first; newest first where the query has no text. Where very many tenders match, the {@link #RANKED} newest
     * are ranked and the others follow, newest first; which they are is settled by the first page, so that whoever pages on sees
     * each once, whatever comes in.
     */
    RELEVANCE,
    /** Soonest closing time first; tenders without one last. */
    CLOSING_SOONEST,
    /** Latest release first. */
    NEWEST,
    /** Highest value first; tenders without one last. */
    VALUE,
    /** Where a team has most points first; tenders it has no score for last. Of teams alone, and of no catalogue. */
    READINESS;

    /** How many matches of a text are ranked. */
    public static final int RANKED = 500;
}
