package io.tenderhub.json.violation;

import io.tenderhub.redis.RedisAdapter;

/** Breaks: the JSON face knows no store. */
public record JsonKnowingAStore(RedisAdapter store) {}
