package io.tenderhub.semantic;

import java.util.List;

/** Says what texts mean. Safe for any number of threads. */
public interface Embedder {

    /** May be asked at any time, without anything being loaded. */
    EmbeddingModel model();

    /**
     * One embedding for each text, in their order. The same text always gives the same one, whatever stands beside it. Of a text that is
     * too long for the model, its beginning counts.
     *
     * @param texts any, also empty ones
     * @throws io.tenderhub.failure.UnavailableException if the model can't be loaded or run here
     */
    List<Embedding> embed(List<String> texts);
}
