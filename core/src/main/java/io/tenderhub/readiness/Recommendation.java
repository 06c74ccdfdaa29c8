package io.tenderhub.readiness;

/** What to do about a tender, the best first. */
public enum Recommendation {
    BID("bid"),
    /** Something is to be mended that the company can mend by itself. */
    PREPARE_FIRST("prepare first"),
    /** The company falls short alone; a joint venture can do it. There may be things to mend besides. */
    BID_WITH_PARTNER("bid with a partner"),
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
