package io.tenderhub.postgres.violation;

import io.tenderhub.mongo.MongoAdapter;

/** Breaks: no adapter knows another. */
public record PostgresKnowingMongo(MongoAdapter other) {}
