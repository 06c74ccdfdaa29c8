package io.tenderhub.feeds.violation;

import javax.sql.DataSource;

/** Breaks: no adapter knows another one's technology. */
public record FeedKnowingAStore(DataSource store) {}
