package io.tenderhub.argon2.violation;

import io.tenderhub.postgres.PostgresAdapter;

/** Breaks: no adapter knows another. */
public record HasherKnowingAStore(PostgresAdapter other) {}
