package io.tenderhub.feeds.merge;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Starts merges by the rules of OCDS 1.1; thread-safe and reusable, for reading the schema takes a moment. */
public final class ReleaseMerger {
    private final Supplier<MergeRules> source;
    /** Read with the first merge: many a run merges nothing. */
    private volatile @Nullable Rules rules;

    private record Rules(MergeRules ofTrees, TextRules ofText) {}

    public ReleaseMerger() {
        this(MergeRules::ofOcds11);
    }

    ReleaseMerger(MergeRules rules) {
        this(() -> rules);
    }

    private ReleaseMerger(Supplier<MergeRules> source) {
        this.source = source;
    }

    private Rules rules() {
        Rules known = rules;
        if (known == null) {
            MergeRules read = source.get();
            known = new Rules(read, new TextRules(read));
            rules = known;
        }
        return known;
    }

    /** A merge of the releases of one ocid. */
    public Merge start() {
        return new Merge(rules().ofTrees());
    }

    /**
     * A merge of the releases of one ocid that stand in an array as JSON text, written as this library writes it; it may give
     * up, and then {@link #start} has to do it.
     */
    public TextMerge startOfText(byte[] json) {
        return new TextMerge(json, rules().ofText());
    }
}
