package io.tenderhub.semantic;

import static java.util.Objects.requireNonNull;

/**
 * What an index was made by: one made by anything else is of no use to who looks for it.
 *
 * @param edition of how tenders are cut into passages
 */
public record IndexKind(EmbeddingModel model, int edition) {
    public IndexKind {
        requireNonNull(model);
    }

    /** What this version of the hub makes by a model. */
    public static IndexKind of(EmbeddingModel model) {
        return new IndexKind(model, TenderPassages.EDITION);
    }

    /** One text for each kind. */
    public String id() {
        return model.id() + ", passages " + edition;
    }
}
