package io.tenderhub.http.server;

import java.time.Duration;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Server;

/** Closes connections on which the head of a request comes too slowly. */
final class SlowHeads extends StuckConnections<SlowHeads.Received> {

    /**
     * @param requests that had begun
     * @param bytes that had come
     */
    record Received(long requests, long bytes) {}

    /** @param longest time that a head may take */
    SlowHeads(Server server, Duration longest) {
        super(server, longest);
    }

    @Override
    Received state(Connection connection) {
        return new Received(connection.getMessagesIn(), connection.getBytesIn());
    }

    @Override
    boolean isStuck(Connection connection, Received before, Received now) {
        boolean atWork = connection.getMessagesOut() < now.requests();
        boolean halfAHead = now.requests() == before.requests() && now.bytes() != before.bytes();
        return !atWork && halfAHead;
    }

    @Override
    void letGo(Connection connection) {
        connection.getEndPoint().close();
    }
}
