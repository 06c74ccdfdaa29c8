package io.tenderhub.mongo.violation;

import redis.clients.jedis.UnifiedJedis;

/** Breaks: no adapter knows another one's technology. */
public record MongoKnowingRedis(UnifiedJedis other) {}
