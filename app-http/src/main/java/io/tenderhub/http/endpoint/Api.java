package io.tenderhub.http.endpoint;

import io.javalin.config.RoutesConfig;
import io.javalin.http.HandlerType;
import io.tenderhub.bootstrap.TenderHub;
import java.util.List;

/** All endpoints, with the document that describes them. */
public final class Api {
    private static final int LARGE_BODIES_AT_ONCE = 8;
    private static final int LARGE_BODIES_WAITING = 32;
    private static final long LARGE_BODIES_WAIT_MILLIS = 5_000;

    private final List<Endpoint> endpoints;
    private final Problems problems;
    private final Callers callers;
    private final Rates rates;
    private final LargeBodies largeBodies =
            new LargeBodies(LARGE_BODIES_AT_ONCE, LARGE_BODIES_WAITING, LARGE_BODIES_WAIT_MILLIS);
    private final Repetitions repetitions;

    public Api(TenderHub hub, List<Endpoint> endpoints) {
        this.endpoints = DocumentPage.describing(endpoints);
        this.problems = new Problems(hub.clock());
        this.callers = new Callers(
                hub.logins(), hub.access(), hub.configuration().http().operatorToken());
        this.rates = new Rates(
                hub.rateLimiter(),
                hub.withoutCount(),
                hub.configuration().http().rate(),
                new ClientAddresses(hub.configuration().http().behindProxy()));
        this.repetitions = new Repetitions(hub.idempotency());
    }

    public void register(RoutesConfig routes) {
        routes.before(RequestIds::name);
        for (Endpoint endpoint : endpoints) {
            Pipeline pipeline = new Pipeline(endpoint, callers, rates, largeBodies, repetitions);
            routes.addHttpHandler(HandlerType.findOrCreate(endpoint.method().name()), endpoint.path(), pipeline);
            if (endpoint.method() == Method.GET) {
                // The same but for the body, which the server leaves out (RFC 9110 §9.3.2).
                routes.head(endpoint.path(), pipeline);
            }
        }
        routes.after(largeBodies::leave);
        routes.after(RequestIds::forget);
        problems.register(routes);
    }
}
