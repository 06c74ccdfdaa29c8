package io.tenderhub.feeds.merge;

/** Starts merges by the rules of OCDS 1.1; thread-safe and reusable, for reading the schema takes a moment. */
public final class ReleaseMerger {
    private final MergeRules rules;
    private final TextRules textRules;

    public ReleaseMerger() {
        this(MergeRules.ofOcds11());
    }

    ReleaseMerger(MergeRules rules) {
        this.rules = rules;
        this.textRules = new TextRules(rules);
    }

    /** A merge of the releases of one ocid. */
    public Merge start() {
        return new Merge(rules);
    }

    /**
     * A merge of the releases of one ocid that stand in an array as JSON text, written as this library writes it; it may give
     * up, and then {@link #start} has to do it.
     */
    public TextMerge startOfText(byte[] json) {
        return new TextMerge(json, textRules);
    }
}
