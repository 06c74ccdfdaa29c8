package io.tenderhub.http.server;

import java.io.IOException;
import java.io.PushbackInputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A client that sends any bytes at any pace. */
final class RawClient implements AutoCloseable {
    private static final int LONG_MILLIS = 60_000;

    private final Socket socket;
    private final PushbackInputStream in;

    RawClient(int port) throws IOException {
        this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(LONG_MILLIS);
        socket.setTcpNoDelay(true);
        this.in = new PushbackInputStream(socket.getInputStream());
    }

    RawClient send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        return this;
    }

    /** Everything up to the end of the connection, also where it ends by a reset. */
    String rest() {
        StringBuilder all = new StringBuilder();
        byte[] some = new byte[4096];
        try {
            for (int n = in.read(some); n >= 0; n = in.read(some)) {
                all.append(new String(some, 0, n, StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            all.append(" (").append(e.getMessage()).append(')');
        }
        return all.toString();
    }

    /** Whether something is there to be read, or the end, within this time; what is read stays to be read. */
    boolean hearsWithin(Duration time) throws IOException {
        PushbackInputStream stream = in;
        socket.setSoTimeout((int) time.toMillis());
        try {
            int first = stream.read();
            if (first >= 0) {
                stream.unread(first);
            }
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        } finally {
            socket.setSoTimeout(LONG_MILLIS);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
