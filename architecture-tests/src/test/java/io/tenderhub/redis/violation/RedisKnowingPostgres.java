package io.tenderhub.redis.violation;

import io.tenderhub.postgres.PostgresAdapter;

/** Breaks: no adapter knows another. */
public record RedisKnowingPostgres(PostgresAdapter other) {}
