package io.tenderhub.redis;

import java.time.Clock;

/** What the cache is made of. */
record Levels(RedisStore store, LoadClaims claims, AnswerForm form, LevelBelow below, Clock clock) {}
