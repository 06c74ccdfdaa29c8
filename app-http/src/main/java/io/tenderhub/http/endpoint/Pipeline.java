package io.tenderhub.http.endpoint;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.tenderhub.team.Actor;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What happens to each request of one endpoint, from who asks to what is sent. */
final class Pipeline implements Handler {
    private final Endpoint endpoint;
    private final Callers callers;
    private final Rates rates;
    private final LargeBodies largeBodies;
    private final Repetitions repetitions;
    private final String rateName;

    Pipeline(Endpoint endpoint, Callers callers, Rates rates, LargeBodies largeBodies, Repetitions repetitions) {
        this.endpoint = endpoint;
        this.callers = callers;
        this.rates = rates;
        this.largeBodies = largeBodies;
        this.repetitions = repetitions;
        this.rateName = Rates.name(endpoint.id());
    }

    @Override
    public void handle(Context ctx) {
        // Shared caches must ask each time; what is somebody's own, such as the token of who logs in, they don't keep
        // at all.
        boolean forAll = endpoint.isPublic() && endpoint.method() == Method.GET;
        ctx.header("Cache-Control", forAll ? "no-cache" : "private, no-store");
        // Added to, not put in place of, what is said about origins.
        ctx.res().addHeader("Vary", "Accept-Encoding");
        Caller caller = callers.of(ctx, endpoint.admission());
        rates.ask(ctx, caller, rateName, endpoint.perClient());
        ParameterValues values = ParameterValues.read(ctx, endpoint.parameters());
        Optional<Actor> actor = endpoint.admission() instanceof Admission.InTeam inTeam
                ? Optional.of(callers.actor(caller, values.all(Parameters.TEAM).get(0), inTeam))
                : Optional.empty();
        SentBody body = SentBody.read(ctx, endpoint.body(), largeBodies);
        Request request = new Request(values, body, caller, actor, access(caller, values));
        List<String> key = values.all(Parameters.IDEMPOTENCY_KEY);
        Reply reply = key.isEmpty()
                ? endpoint.handler().handle(request)
                : repetitions.answer(
                        ctx,
                        key.get(0),
                        caller,
                        actor,
                        body,
                        () -> endpoint.handler().handle(request));
        send(ctx, reply);
    }

    private Runnable access(Caller caller, ParameterValues values) {
        return endpoint.admission() instanceof Admission.InTeam inTeam
                ? () -> callers.lookAgain(caller, values.all(Parameters.TEAM).get(0), inTeam)
                : () -> {};
    }

    private void send(Context ctx, Reply reply) {
        if (reply.stream().isPresent()) {
            // Nobody reads what a stream would send after a HEAD.
            if (ctx.method() == HandlerType.HEAD) {
                endpoint.answers().get(0).mediaType().ifPresent(ctx::contentType);
            } else {
                reply.stream().get().start(ctx);
            }
            return;
        }
        for (Map.Entry<String, String> header : reply.headers().entrySet()) {
            ctx.header(header.getKey(), header.getValue());
        }
        if (endpoint.method() == Method.GET && reply.status() == 200 && isKnown(ctx, reply)) {
            ctx.status(304);
            return;
        }
        ctx.status(reply.status());
        if (reply.body().length > 0) {
            ctx.result(reply.body());
        }
    }

    /** Tags the answer, and says whether the client has it already. */
    private static boolean isKnown(Context ctx, Reply reply) {
        String tag = reply.headers().get("ETag");
        if (tag == null) {
            tag = Tags.weak(reply.body());
            ctx.header("ETag", tag);
        } else if (!tag.startsWith("W/")) {
            ctx.disableCompression();
        }
        String ifNoneMatch = ctx.header("If-None-Match");
        return ifNoneMatch != null && Tags.matches(ifNoneMatch, tag);
    }
}
