package io.tenderhub.bootstrap.violation;

import io.tenderhub.feeds.violation.FeedKnowingAStore;

/** Breaks: an adapter is entered by one door. */
public record BootstrapNamingTheInsideOfAnAdapter(FeedKnowingAStore inside) {}
