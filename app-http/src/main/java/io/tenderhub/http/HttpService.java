package io.tenderhub.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.tenderhub.bootstrap.TenderHub;
import io.tenderhub.failure.UnavailableException;
import io.tenderhub.http.endpoint.Api;
import io.tenderhub.http.routes.Routes;
import java.util.List;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.handler.GracefulHandler;

/** A running HTTP service over a hub that somebody else starts and closes. */
public final class HttpService implements AutoCloseable {
    /** Requests larger than this are refused. */
    static final int LARGEST_BODY = 10 * 1024 * 1024;

    private static final int CORS_SECONDS = 600;
    private static final List<String> EXPOSED = List.of(
            "ETag",
            "Location",
            "Retry-After",
            "X-Request-Id",
            "RateLimit-Limit",
            "RateLimit-Remaining",
            "RateLimit-Reset",
            "Idempotency-Replayed");

    private static final long GRACE_MILLIS = 10_000;

    private final Javalin javalin;
    private final String host;

    private HttpService(Javalin javalin, String host) {
        this.javalin = javalin;
        this.host = host;
    }

    /**
     * Listens at the hub's configured address.
     *
     * @throws UnavailableException if the address can't be had
     */
    public static HttpService start(TenderHub hub) {
        String host = hub.configuration().http().host();
        int port = hub.configuration().http().port();
        Javalin javalin = Javalin.create(config -> configure(config, hub));
        try {
            javalin.start(host, port);
        } catch (RuntimeException e) {
            javalin.stop();
            throw new UnavailableException(
                    "address " + host + ":" + port, "it is in use or not allowed; choose another with --port", e);
        }
        return new HttpService(javalin, host);
    }

    private static void configure(JavalinConfig config, TenderHub hub) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.http.maxRequestSize = LARGEST_BODY;
        config.http.prefer405over404 = true;
        config.jetty.modifyServer(server -> {
            server.setErrorHandler(new UnreadableRequests());
            server.setStopTimeout(GRACE_MILLIS);
            server.insertHandler(new GracefulHandler());
        });
        config.jetty.modifyHttpConfiguration(http -> http.setUriCompliance(
                UriCompliance.DEFAULT.with("encoded-slashes", UriCompliance.Violation.AMBIGUOUS_PATH_SEPARATOR)));
        config.jetty.modifyServletContextHandler(
                handler -> handler.getServletHandler().setDecodeAmbiguousURIs(true));
        allowOrigins(config, hub.configuration().http().corsOrigins());
        new Api(hub, Routes.of(hub)).register(config.routes);
        new ReadinessRoutes(hub).register(config.routes);
        new SummaryRoutes(hub.workbench()).register(config.routes);
        new AnalyticsRoutes(hub.spendByBuyer(), hub.popularTenders()).register(config.routes);
    }

    /** Nobody shows himself by cookies, so pages of other origins can do no more than any other client. */
    private static void allowOrigins(JavalinConfig config, List<String> origins) {
        if (origins.isEmpty()) {
            return;
        }
        config.bundledPlugins.enableCors(cors -> cors.addRule(rule -> {
            if (origins.contains("*")) {
                rule.anyHost();
            } else {
                origins.forEach(rule::allowHost);
            }
            EXPOSED.forEach(rule::exposeHeader);
            rule.maxAge = CORS_SECONDS;
        }));
    }

    public String host() {
        return host;
    }

    /** The port it listens at, also where any free one was asked for. */
    public int port() {
        return javalin.port();
    }

    /** Takes no more requests, lets those in flight end, and stops. */
    @Override
    public void close() {
        javalin.stop();
    }
}
