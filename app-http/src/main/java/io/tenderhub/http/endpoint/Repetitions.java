package io.tenderhub.http.endpoint;

import io.javalin.http.Context;
import io.tenderhub.idempotency.Idempotency;
import io.tenderhub.idempotency.IdempotencyKey;
import io.tenderhub.idempotency.RecordedAnswer;
import io.tenderhub.idempotency.RequestFingerprint;
import io.tenderhub.idempotency.Requester;
import io.tenderhub.team.Actor;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Answers a request that was sent before as it was answered then, where both carry the same {@code Idempotency-Key}. A refusal made
 * nothing, so it is not kept: the request may come again when its reason is gone.
 */
final class Repetitions {
    private final Idempotency idempotency;

    Repetitions(Idempotency idempotency) {
        this.idempotency = idempotency;
    }

    /**
     * @param key that was sent, of the declared form
     * @throws io.tenderhub.failure.KeyReusedException if it was sent with another request
     * @throws io.tenderhub.failure.StillRunningException if that request has not ended yet
     */
    Reply answer(
            Context ctx, String key, Caller caller, Optional<Actor> actor, SentBody body, Supplier<Reply> handler) {
        RecordedAnswer answer = idempotency.once(
                requester(caller, actor),
                IdempotencyKey.read(key),
                fingerprint(ctx, body),
                () -> recorded(handler.get()));
        Reply reply = Reply.recorded(answer.status(), answer.headers(), answer.body());
        return answer.replayed() ? reply.with("Idempotency-Replayed", "true") : reply;
    }

    private static Requester requester(Caller caller, Optional<Actor> actor) {
        if (actor.isPresent()) {
            return Requester.of(actor.get());
        }
        if (caller instanceof Caller.OfSession session) {
            return Requester.user(session.user().id());
        }
        return caller instanceof Caller.Operator ? Requester.OPERATOR : Requester.ANYBODY;
    }

    private static RequestFingerprint fingerprint(Context ctx, SentBody body) {
        String query = ctx.queryString();
        String route = ctx.method() + " " + ctx.path() + (query == null ? "" : "?" + query) + " " + body.mediaType();
        return RequestFingerprint.of(route, body.bytes());
    }

    private static RecordedAnswer recorded(Reply reply) {
        return RecordedAnswer.of(reply.status(), reply.headers(), reply.body());
    }
}
