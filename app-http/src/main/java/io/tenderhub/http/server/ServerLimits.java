package io.tenderhub.http.server;

import static java.util.Objects.requireNonNull;

import io.javalin.config.JavalinConfig;
import io.tenderhub.bootstrap.ServerSettings;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.NetworkConnector;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.BlockingArrayQueue;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ThreadPool;

/**
 * Keeps a server useful when more is asked of it than it can do, and lets it end without cutting anything off. Requests beyond
 * what can be worked on wait for a moment or are refused with 503; questions for its health are always answered. Who sends
 * slowly, or nothing, or takes his answer slowly, is let go.
 *
 * <p>How long a request may take nobody limits here: it waits for stores alone, and each wait for a store has its own limit.
 */
public final class ServerLimits {
    private static final int LARGEST_HEAD = 16 * 1024;
    /** How much of an answer is written at a time. */
    private static final int LONGEST_WRITE = 32 * 1024;

    /** For accepting, for reading requests, and for those that take no turn. */
    private static final int FURTHER_THREADS = 32;

    private static final int FEWEST_THREADS = 8;
    private static final int QUEUED_TASKS = 8_192;
    private static final int FIRST_JAVA_WITH_VIRTUAL_THREADS = 21;
    /** Of connections without a request while there are too many of them. */
    private static final int IDLE_MILLIS_WHEN_FULL = 2_000;

    private final ServerSettings settings;
    private final Ending ending = new Ending();
    private final LongLived.Endings longLived = new LongLived.Endings();

    public ServerLimits(ServerSettings settings) {
        this.settings = requireNonNull(settings);
    }

    /** Comes before the server is started. */
    public void configure(JavalinConfig config) {
        if (Runtime.version().feature() >= FIRST_JAVA_WITH_VIRTUAL_THREADS) {
            config.concurrency.useVirtualThreads = true;
        } else {
            config.jetty.threadPool = threads();
        }
        config.jetty.modifyHttpConfiguration(this::http);
        config.jetty.modifyServer(this::server);
    }

    private ThreadPool threads() {
        QueuedThreadPool threads = new QueuedThreadPool(
                settings.requestsAtOnce() + FURTHER_THREADS, FEWEST_THREADS, new BlockingArrayQueue<>(QUEUED_TASKS));
        threads.setName("tenderhub-http");
        return threads;
    }

    private void http(HttpConfiguration http) {
        http.setRequestHeaderSize(LARGEST_HEAD);
        // Tags that many have written at are long, and come back with requests.
        http.setResponseHeaderSize(LARGEST_HEAD);
        http.setOutputBufferSize(LONGEST_WRITE);
        http.setSendServerVersion(false);
    }

    private void server(Server server) {
        server.setErrorHandler(new UnreadableRequests());
        server.setStopTimeout(settings.longestStop().toMillis());
        server.insertHandler(new SlowBodies(settings.bytesPerSecond(), settings.head()));
        server.insertHandler(new RequestGate(
                settings.requestsAtOnce(),
                settings.requestsWaiting(),
                settings.longestWait(),
                ServerLimits::isAboutHealth,
                longLived));
        server.insertHandler(ending);
        server.insertHandler(new SecurityHeaders());
        server.insertHandler(new GracefulHandler());
        NetworkConnectionLimit connections = new NetworkConnectionLimit(settings.connections(), server);
        connections.setEndPointIdleTimeout(IDLE_MILLIS_WHEN_FULL);
        server.addBean(connections);
        server.addBean(new SlowHeads(server, settings.head()));
        if (settings.bytesPerSecond() > 0) {
            server.addBean(
                    new SlowReaders(server, settings.head().plusSeconds(LONGEST_WRITE / settings.bytesPerSecond())));
        }
        server.addEventListener(new LifeCycle.Listener() {
            @Override
            public void lifeCycleStarting(LifeCycle event) {
                for (Connector connector : server.getConnectors()) {
                    if (connector instanceof AbstractConnector ours) {
                        ours.setIdleTimeout(settings.idle().toMillis());
                    }
                }
            }
        });
    }

    private static boolean isAboutHealth(Request request) {
        String path = Request.getPathInContext(request);
        return path.startsWith("/health/") || path.equals("/metrics");
    }

    /**
     * Lets whoever spreads requests over several services notice that this one ends, while it still answers; then ends what is
     * long-lived. What is in hand is {@linkplain #finish finished} next.
     */
    public void prepareToStop() {
        ending.begin();
        untilInterrupted(
                () -> TimeUnit.NANOSECONDS.sleep(settings.pauseBeforeStop().toNanos()));
        longLived.endAll();
    }

    /**
     * Takes no more connections, and waits for the requests in hand as long as is configured. Clients may take their time with them as
     * ever: a server that is being stopped lets go whoever pauses for a second. It is stopped next.
     */
    public void finish(Server server) {
        for (Connector connector : server.getConnectors()) {
            if (connector instanceof NetworkConnector listening) {
                listening.close();
            }
        }
        untilInterrupted(() -> ending.awaitLast(settings.longestStop()));
    }

    private interface Pause {
        void take() throws InterruptedException;
    }

    /** Whoever interrupts wants it to end now. */
    private static void untilInterrupted(Pause pause) {
        try {
            pause.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
