package io.tenderhub.micrometer.violation;

import io.tenderhub.postgres.PostgresAdapter;

/** Breaks: no adapter knows another. */
public record FiguresKnowingAStore(PostgresAdapter other) {}
