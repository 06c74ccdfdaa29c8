package io.tenderhub.readiness;

/** What to do about a tender. */
public enum Recommendation {
    BID("bid"),
    BID_WITH_PARTNER("bid with a partner"),
    PREPARE_FIRST("prepare first"),
    DO_NOT_BID("do not bid");

    private final String words;

    Recommendation(String words) {
        this.words = words;
    }

    /** As written to files and answers. */
    public String words() {
        return words;
    }
}
