package io.tenderhub.semantic;

import static java.util.Objects.requireNonNull;

/**
 * What made embeddings. Those of different models can't be compared.
 *
 * @param version of the model and of how texts are prepared for it
 */
public record EmbeddingModel(String name, String version, int dimensions) {
    public EmbeddingModel {
        requireNonNull(name);
        requireNonNull(version);
        if (dimensions < 1) {
            throw new IllegalArgumentException("a model has dimensions, not " + dimensions);
        }
    }

    /** One text for each model. */
    public String id() {
        return name + " " + version + " (" + dimensions + ")";
    }
}
