package io.tenderhub.http.server;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.AbstractLifeCycle;

/**
 * Closes connections on which the head of a request comes too slowly. They are not idle, for now and then a byte arrives; nobody
 * else would ever close them.
 */
final class SlowHeads extends AbstractLifeCycle implements Connection.Listener {
    private static final int LOOKS = 4;

    private final Server server;
    private final Duration longest;
    private final Map<Connection, Seen> connections = new ConcurrentHashMap<>();

    /**
     * What a connection was like when it last had no half head.
     *
     * @param requests that had begun
     * @param bytes that had come
     */
    private record Seen(long requests, long bytes, long nanos) {}

    /** @param longest time that a head may take; it is noticed up to a quarter later */
    SlowHeads(Server server, Duration longest) {
        this.server = server;
        this.longest = longest;
    }

    @Override
    protected void doStart() {
        for (Connector connector : server.getConnectors()) {
            connector.addEventListener(this);
        }
        later();
    }

    private void later() {
        server.getScheduler().schedule(this::look, Math.max(1, longest.toMillis() / LOOKS), TimeUnit.MILLISECONDS);
    }

    private void look() {
        if (isRunning()) {
            connections.forEach(this::look);
            later();
        }
    }

    private void look(Connection connection, Seen before) {
        Seen now = new Seen(connection.getMessagesIn(), connection.getBytesIn(), System.nanoTime());
        boolean atWork = connection.getMessagesOut() < now.requests();
        if (atWork || now.requests() != before.requests() || now.bytes() == before.bytes()) {
            connections.replace(connection, now);
        } else if (now.nanos() - before.nanos() > longest.toNanos()) {
            connection.getEndPoint().close();
        }
    }

    @Override
    public void onOpened(Connection connection) {
        connections.put(connection, new Seen(0, 0, System.nanoTime()));
    }

    @Override
    public void onClosed(Connection connection) {
        connections.remove(connection);
    }
}
