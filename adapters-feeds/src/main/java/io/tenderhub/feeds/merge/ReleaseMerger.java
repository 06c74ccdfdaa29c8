package io.tenderhub.feeds.merge;

/** Starts merges by the rules of OCDS 1.1; thread-safe and reusable, for reading the schema takes a moment. */
public final class ReleaseMerger {
    private final MergeRules rules;

    public ReleaseMerger() {
        this(MergeRules.ofOcds11());
    }

    ReleaseMerger(MergeRules rules) {
        this.rules = rules;
    }

    /** A merge of the releases of one ocid. */
    public Merge start() {
        return new Merge(rules);
    }
}
