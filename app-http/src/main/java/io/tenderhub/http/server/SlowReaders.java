package io.tenderhub.http.server;

import java.time.Duration;
import org.eclipse.jetty.io.AbstractEndPoint;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Server;

/** Closes connections whose client takes an answer too slowly, which would hold the turn that waits to write the rest. */
final class SlowReaders extends StuckConnections<Long> {

    /** @param longest time that one write, of a part of an answer, may take */
    SlowReaders(Server server, Duration longest) {
        super(server, longest);
    }

    /** The bytes that were given to it. */
    @Override
    Long state(Connection connection) {
        return connection.getBytesOut();
    }

    @Override
    boolean isStuck(Connection connection, Long before, Long now) {
        return isWriting(connection) && now.equals(before);
    }

    private static boolean isWriting(Connection connection) {
        return connection.getEndPoint() instanceof AbstractEndPoint endPoint
                && endPoint.getWriteFlusher().isPending();
    }

    @Override
    void letGo(Connection connection) {
        // As if the client had gone, which is no fault that must be looked into.
        connection.getEndPoint().close(new EofException("the answer is taken too slowly"));
    }
}
