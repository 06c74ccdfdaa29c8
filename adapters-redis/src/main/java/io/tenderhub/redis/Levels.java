package io.tenderhub.redis;

import java.time.Clock;

/** What the cache is made of. */
record Levels(
        NearAnswers near,
        Eras eras,
        RedisStore store,
        LoadClaims claims,
        AnswerForm form,
        LevelBelow below,
        Clock clock) {}
