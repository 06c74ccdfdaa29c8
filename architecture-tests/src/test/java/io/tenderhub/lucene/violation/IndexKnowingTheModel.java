package io.tenderhub.lucene.violation;

import io.tenderhub.minilm.MiniLmEmbedder;

/** Breaks: no adapter knows another. */
public record IndexKnowingTheModel(MiniLmEmbedder other) {}
