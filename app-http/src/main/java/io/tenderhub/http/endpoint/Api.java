package io.tenderhub.http.endpoint;

import io.javalin.config.RoutesConfig;
import io.javalin.http.HandlerType;
import io.tenderhub.bootstrap.TenderHub;
import java.util.List;
import java.util.stream.Stream;

/** All endpoints, with the document that describes them. */
public final class Api {
    private final List<Endpoint> endpoints;
    private final Problems problems;
    private final Callers callers;
    private final Rates rates;

    public Api(TenderHub hub, List<Endpoint> endpoints) {
        OpenApiDocument document = new OpenApiDocument(endpoints);
        this.endpoints = Stream.concat(endpoints.stream(), new DocumentPage(document).endpoints().stream())
                .toList();
        this.problems = new Problems(hub.clock());
        this.callers = new Callers(
                hub.logins(), hub.access(), hub.configuration().http().operatorToken());
        this.rates = new Rates(
                hub.rateLimiter(),
                hub.withoutCount(),
                hub.configuration().http().rate());
    }

    public void register(RoutesConfig routes) {
        routes.before(ctx -> {
            RequestIds.name(ctx);
            SecurityHeaders.add(ctx);
        });
        for (Endpoint endpoint : endpoints) {
            routes.addHttpHandler(
                    HandlerType.findOrCreate(endpoint.method().name()),
                    endpoint.path(),
                    new Pipeline(endpoint, callers, rates));
        }
        routes.after(RequestIds::forget);
        problems.register(routes);
    }
}
