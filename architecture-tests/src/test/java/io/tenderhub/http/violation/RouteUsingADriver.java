package io.tenderhub.http.violation;

import com.mongodb.client.MongoClient;

/** Breaks: an application is thin. */
public record RouteUsingADriver(MongoClient driver) {}
