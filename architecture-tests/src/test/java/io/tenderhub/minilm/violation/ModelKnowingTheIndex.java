package io.tenderhub.minilm.violation;

import io.tenderhub.lucene.LuceneAdapter;

/** Breaks: no adapter knows another. */
public record ModelKnowingTheIndex(LuceneAdapter other) {}
