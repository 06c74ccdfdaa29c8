package io.tenderhub.http.routes;

import io.tenderhub.cache.Answer;
import io.tenderhub.http.endpoint.Reply;

/** Tells in a header what the body tells, too: that an answer is the last known one. */
final class Staleness {
    static final String HEADER = "Stale-Since";

    private Staleness() {}

    static Reply told(Answer<?> answer, Reply reply) {
        return answer.staleSince()
                .map(since -> reply.with(HEADER, since.toString()))
                .orElse(reply);
    }
}
