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
 * Looks at all connections now and then, and lets those go that have been stuck for too long. They are not idle, for now and then a byte
 * passes; nobody else would ever close them.
 *
 * @param <S> how far a connection is
 */
abstract class StuckConnections<S> extends AbstractLifeCycle implements Connection.Listener {
    private static final int LOOKS = 4;

    private final Server server;
    private final Duration longest;
    private final Map<Connection, Seen<S>> connections = new ConcurrentHashMap<>();

    /** How far a connection was when it was last not stuck. */
    private record Seen<S>(S state, long nanos) {}

    /** @param longest time that it may be stuck; it is noticed up to a quarter later */
    StuckConnections(Server server, Duration longest) {
        this.server = server;
        this.longest = longest;
    }

    abstract S state(Connection connection);

    abstract boolean isStuck(Connection connection, S before, S now);

    abstract void letGo(Connection connection);

    @Override
    protected final void doStart() {
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

    private void look(Connection connection, Seen<S> before) {
        Seen<S> now = seen(connection);
        if (!isStuck(connection, before.state(), now.state())) {
            connections.replace(connection, now);
        } else if (now.nanos() - before.nanos() > longest.toNanos()) {
            letGo(connection);
        }
    }

    private Seen<S> seen(Connection connection) {
        return new Seen<>(state(connection), System.nanoTime());
    }

    @Override
    public final void onOpened(Connection connection) {
        connections.put(connection, seen(connection));
    }

    @Override
    public final void onClosed(Connection connection) {
        connections.remove(connection);
    }
}
