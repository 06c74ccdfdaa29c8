package io.tenderhub.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.tenderhub.bootstrap.TenderHub;
import io.tenderhub.failure.UnavailableException;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.handler.GracefulHandler;

/** A running HTTP service over a hub that somebody else starts and closes. */
public final class HttpService implements AutoCloseable {
    /** Requests larger than this are refused. */
    static final int LARGEST_BODY = 10 * 1024 * 1024;

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
        String host = hub.configuration().httpHost();
        int port = hub.configuration().httpPort();
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
        Problems.register(config.routes);
        new TenderRoutes(hub.search(), hub.lookup(), hub.teamTenders(), hub.popularTenders(), new Bearer(hub.access()))
                .register(config.routes);
        new ReadinessRoutes(hub).register(config.routes);
        new SummaryRoutes(hub.workbench()).register(config.routes);
        new AnalyticsRoutes(hub.spendByBuyer(), hub.popularTenders()).register(config.routes);
        new HealthRoutes(hub).register(config.routes);
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
