package io.tenderhub.documents.violation;

import io.tenderhub.feeds.FeedsAdapter;

/** Breaks: no adapter knows another. */
public record DocumentKnowingAFeed(FeedsAdapter other) {}
