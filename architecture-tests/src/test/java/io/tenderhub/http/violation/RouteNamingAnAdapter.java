package io.tenderhub.http.violation;

import io.tenderhub.mongo.MongoAdapter;

/** Breaks: adapters are composed in one place. */
public record RouteNamingAnAdapter(MongoAdapter adapter) {}
