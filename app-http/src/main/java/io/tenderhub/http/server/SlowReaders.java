package io.tenderhub.http.server;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.AbstractEndPoint;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.AbstractLifeCycle;

/**
 * Closes connections whose client takes an answer too slowly. They are not idle, for now and then some bytes are taken; nobody else would
 * ever end the turn that waits to write the rest.
 */
final class SlowReaders extends AbstractLifeCycle implements Connection.Listener {
    private static final int LOOKS = 4;

    private final Server server;
    private final Duration longest;
    private final Map<Connection, Seen> connections = new ConcurrentHashMap<>();

    /**
     * What a connection was like when it last had nothing left to write, or began to write something else.
     *
     * @param bytes that had been given to it
     */
    private record Seen(long bytes, long nanos) {}

    /** @param longest time that one write, of a part of an answer, may take; it is noticed up to a quarter later */
    SlowReaders(Server server, Duration longest) {
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
        Seen now = new Seen(connection.getBytesOut(), System.nanoTime());
        if (!isWriting(connection) || now.bytes() != before.bytes()) {
            connections.replace(connection, now);
        } else if (now.nanos() - before.nanos() > longest.toNanos()) {
            // As if the client had gone, which is no fault that must be looked into.
            connection.getEndPoint().close(new EofException("the answer is taken too slowly"));
        }
    }

    private static boolean isWriting(Connection connection) {
        return connection.getEndPoint() instanceof AbstractEndPoint endPoint
                && endPoint.getWriteFlusher().isPending();
    }

    @Override
    public void onOpened(Connection connection) {
        connections.put(connection, new Seen(0, System.nanoTime()));
    }

    @Override
    public void onClosed(Connection connection) {
        connections.remove(connection);
    }
}
