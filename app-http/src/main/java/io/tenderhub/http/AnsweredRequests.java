package io.tenderhub.http;

import io.javalin.http.Context;
import io.javalin.http.RequestLogger;
import io.tenderhub.http.endpoint.RequestIds;
import io.tenderhub.operation.RequestJournal;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells of each request that was answered: always for the figures, and in a log of its own where that is switched on. By its route,
 * never by the path or the query, which may hold what is nobody's business.
 */
final class AnsweredRequests implements RequestLogger {
    private static final Logger ACCESS = LoggerFactory.getLogger("io.tenderhub.http.access");
    private static final String NO_ROUTE = "none";

    private final RequestJournal journal;

    AnsweredRequests(RequestJournal journal) {
        this.journal = journal;
    }

    @Override
    public void handle(Context ctx, Float millis) {
        String method = ctx.method().name();
        String route = Optional.ofNullable(ctx.endpoints().matchedHttpEndpoint())
                .map(endpoint -> endpoint.path)
                .orElse(NO_ROUTE);
        Duration took = Duration.ofNanos((long) (millis * 1_000_000));
        journal.answered(method, route, ctx.statusCode(), took);
        if (ACCESS.isInfoEnabled()) {
            // Not said in place: addKeyValue takes suppliers too, and it would be cast to one.
            @Nullable String requestId = ctx.attribute(RequestIds.ATTRIBUTE);
            ACCESS.atInfo()
                    .addKeyValue("method", method)
                    .addKeyValue("route", route)
                    .addKeyValue("status", ctx.statusCode())
                    .addKeyValue("millis", took.toMillis())
                    .addKeyValue("requestId", requestId)
                    .log("{} {} {} {} ms", method, route, ctx.statusCode(), took.toMillis());
        }
    }
}
