package io.tenderhub.redis;

/** What the cache is made of. */
record Levels(RedisStore store, LoadClaims claims, AnswerForm form, LevelBelow below) {}
