package io.tenderhub.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinException;
import io.tenderhub.bootstrap.TenderHub;
import io.tenderhub.failure.UnavailableException;
import io.tenderhub.http.endpoint.Api;
import io.tenderhub.http.endpoint.Problems;
import io.tenderhub.http.routes.Routes;
import io.tenderhub.http.server.ServerLimits;
import java.util.List;
import org.eclipse.jetty.http.UriCompliance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running HTTP service over a hub that somebody else starts and closes. */
public final class HttpService implements AutoCloseable {
    /** Requests larger than this are refused. */
    static final int LARGEST_BODY = 10 * 1024 * 1024;

    private static final int CORS_SECONDS = 600;
    private static final List<String> EXPOSED = List.of(
            "ETag",
            "Location",
            "Retry-After",
            "Search-Id",
            "Stale-Since",
            "X-Request-Id",
            "RateLimit-Limit",
            "RateLimit-Remaining",
            "RateLimit-Reset",
            "Idempotency-Replayed");

    private static final Logger LOG = LoggerFactory.getLogger(HttpService.class);

    private final Javalin javalin;
    private final ServerLimits limits;
    private final String host;

    private HttpService(Javalin javalin, ServerLimits limits, String host) {
        this.javalin = javalin;
        this.limits = limits;
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
        ServerLimits limits = new ServerLimits(hub.configuration().server());
        Javalin javalin = Javalin.create(config -> configure(config, limits, hub));
        try {
            javalin.start(host, port);
        } catch (RuntimeException e) {
            javalin.stop();
            throw new UnavailableException(
                    "address " + host + ":" + port, "it is in use or not allowed; choose another with --port", e);
        }
        return new HttpService(javalin, limits, host);
    }

    private static void configure(JavalinConfig config, ServerLimits limits, TenderHub hub) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.http.maxRequestSize = LARGEST_BODY;
        config.http.prefer405over404 = true;
        limits.configure(config);
        config.requestLogger.http(new AnsweredRequests(hub.requestJournal()));
        config.jetty.modifyHttpConfiguration(http -> http.setUriCompliance(
                UriCompliance.DEFAULT.with("encoded-slashes", UriCompliance.Violation.AMBIGUOUS_PATH_SEPARATOR)));
        config.jetty.modifyServletContextHandler(
                handler -> handler.getServletHandler().setDecodeAmbiguousURIs(true));
        allowOrigins(config, hub.configuration().http().corsOrigins());
        Problems.logErrors(config.router);
        new Api(hub, Routes.of(hub)).register(config.routes);
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

    /** What the running server answers, in no order: method and path as in {@code GET /api/v1/tenders/<ocid>}. */
    public List<String> routes() {
        return javalin.unsafe.internalRouter.allHttpHandlers().stream()
                .map(handler -> handler.endpoint)
                .filter(endpoint -> endpoint.method.isHttpMethod())
                .map(endpoint -> endpoint.method.name() + " " + endpoint.path)
                .toList();
    }

    /**
     * Says for the configured time that it is not ready any more, takes no more requests, lets those in flight end, as long as
     * configured, and stops.
     */
    @Override
    public void close() {
        limits.prepareToStop();
        limits.finish(javalin.jettyServer().server());
        try {
            javalin.stop();
        } catch (JavalinException e) {
            LOG.warn("Not every request had ended when the service stopped", e);
        }
    }
}
