package io.tenderhub.benchmarks;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** One kept connection with one question at a time. */
final class LeanConnection implements AutoCloseable {
    private static final byte[] OK = "HTTP/1.1 200".getBytes(StandardCharsets.US_ASCII);

    private final SocketChannel channel;
    private final ByteBuffer answer = ByteBuffer.allocate(1 << 17);
    private @Nullable LeanRequest request;
    private long asked;
    private int looked;
    /** Where the answer ends, once that is known. */
    private int end;

    private LeanConnection(SocketChannel channel) {
        this.channel = channel;
    }

    static LeanConnection to(InetSocketAddress server, Selector selector) throws IOException {
        SocketChannel channel = SocketChannel.open(server);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        LeanConnection connection = new LeanConnection(channel);
        channel.register(selector, SelectionKey.OP_READ, connection);
        return connection;
    }

    void ask(LeanRequest next) throws IOException {
        request = next;
        answer.clear();
        looked = 0;
        end = 0;
        ByteBuffer bytes = next.bytes().duplicate();
        asked = System.nanoTime();
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    long nanos() {
        return System.nanoTime() - asked;
    }

    /** Reads what is there; whether that was the last of it. */
    boolean isAnswered() throws IOException {
        if (channel.read(answer) < 0) {
            throw new IOException("the server closed a connection");
        }
        if (end == 0 && request != null) {
            findEnd(request.length());
        }
        if (end > 0 && answer.position() > end) {
            throw new IOException("an answer is longer than expected");
        }
        return end > 0 && answer.position() == end;
    }

    private void findEnd(int length) throws IOException {
        byte[] bytes = answer.array();
        for (; looked + 4 <= answer.position(); looked++) {
            if (bytes[looked] == '\r' && bytes[looked + 2] == '\r' && bytes[looked + 3] == '\n') {
                check(bytes);
                end = looked + 4 + length;
                return;
            }
        }
    }

    private static void check(byte[] bytes) throws IOException {
        for (int i = 0; i < OK.length; i++) {
            if (bytes[i] != OK[i]) {
                throw new IOException("an answer is not 200");
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
