package io.tenderhub.trials;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * One connection of the load: sends a request, reads the answer as it comes, and says when it is whole. Knows as much of HTTP/1.1 as
 * that takes.
 */
final class Line {
    private final SocketChannel channel;
    private final String host;
    private final ByteBuffer in = ByteBuffer.allocate(4_096);
    private ByteBuffer out = ByteBuffer.allocate(0);
    private final ByteArrayOutputStream head = new ByteArrayOutputStream(512);
    private int status;
    private boolean chunked;
    private boolean last;
    private boolean stream;
    private boolean problem;
    private long remaining;
    private long events;
    private final StringBuilder size = new StringBuilder();
    private State state = State.HEAD;

    private enum State {
        HEAD,
        BODY,
        CHUNK_SIZE,
        CHUNK,
        CHUNK_END,
        TRAILER,
        WHOLE
    }

    Line(SocketChannel channel, String host) {
        this.channel = channel;
        this.host = host;
    }

    SocketChannel channel() {
        return channel;
    }

    void ask(Call call) {
        StringBuilder text = new StringBuilder(256)
                .append(call.method())
                .append(' ')
                .append(call.target())
                .append(" HTTP/1.1\r\nHost: ")
                .append(host)
                .append("\r\n");
        call.headers()
                .forEach((name, value) ->
                        text.append(name).append(": ").append(value).append("\r\n"));
        call.body()
                .ifPresent(body ->
                        text.append("Content-Length: ").append(body.length).append("\r\n"));
        byte[] first = text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        byte[] body = call.body().orElseGet(() -> new byte[0]);
        out = ByteBuffer.allocate(first.length + body.length)
                .put(first)
                .put(body)
                .flip();
        head.reset();
        state = State.HEAD;
        status = 0;
        stream = false;
        events = 0;
    }

    /** Sends what can be sent now; whether more is to be sent. */
    boolean send() throws IOException {
        channel.write(out);
        return out.hasRemaining();
    }

    /**
     * Reads what has come.
     *
     * @return whether the connection is still open
     */
    boolean read() throws IOException {
        for (int count = channel.read(in); count > 0; count = channel.read(in)) {
            in.flip();
            while (in.hasRemaining()) {
                take(in.get());
            }
            in.clear();
        }
        return channel.isOpen() && !endOfStream();
    }

    private boolean endOfStream() throws IOException {
        in.clear();
        int count = channel.read(in);
        if (count > 0) {
            in.flip();
            while (in.hasRemaining()) {
                take(in.get());
            }
            in.clear();
        }
        return count < 0;
    }

    private void take(byte each) {
        switch (state) {
            case HEAD -> {
                head.write(each);
                if (each == '\n' && endsHead()) {
                    begin(head.toString(StandardCharsets.ISO_8859_1));
                }
            }
            case BODY -> {
                if (--remaining == 0) {
                    state = State.WHOLE;
                }
            }
            case CHUNK_SIZE -> size(each);
            case CHUNK -> {
                if (stream && each == '\n') {
                    events++;
                }
                if (--remaining == 0) {
                    state = State.CHUNK_END;
                }
            }
            case CHUNK_END -> {
                if (each == '\n') {
                    state = State.CHUNK_SIZE;
                }
            }
            case TRAILER -> {
                if (each == '\n') {
                    state = State.WHOLE;
                }
            }
            case WHOLE -> throw new IllegalStateException("more came than an answer");
        }
    }

    private boolean endsHead() {
        byte[] bytes = head.toByteArray();
        int end = bytes.length;
        return end >= 4 && bytes[end - 2] == '\r' && bytes[end - 3] == '\n' && bytes[end - 4] == '\r';
    }

    private void begin(String text) {
        status = Integer.parseInt(text.substring(9, 12));
        String lower = text.toLowerCase(Locale.ROOT);
        chunked = lower.contains("\r\ntransfer-encoding: chunked");
        last = lower.contains("\r\nconnection: close");
        stream = lower.contains("\r\ncontent-type: text/event-stream");
        problem = lower.contains("\r\ncontent-type: application/problem+json");
        remaining = header(lower, "content-length").map(Long::parseLong).orElse(0L);
        if (status == 304 || status == 204) {
            state = State.WHOLE;
        } else if (chunked) {
            size.setLength(0);
            state = State.CHUNK_SIZE;
        } else {
            state = remaining == 0 ? State.WHOLE : State.BODY;
        }
    }

    private static Optional<String> header(String head, String name) {
        int at = head.indexOf("\r\n" + name + ": ");
        return at < 0
                ? Optional.empty()
                : Optional.of(head.substring(at + name.length() + 4, head.indexOf("\r\n", at + 2))
                        .strip());
    }

    private void size(byte each) {
        if (each != '\n') {
            size.append((char) each);
            return;
        }
        remaining = Long.parseLong(size.toString().strip(), 16);
        size.setLength(0);
        state = remaining == 0 ? State.TRAILER : State.CHUNK;
    }

    boolean isWhole() {
        return state == State.WHOLE;
    }

    /** 0 as long as none came. */
    int status() {
        return status;
    }

    /** Whether the service wants no further request on this connection. */
    boolean isLast() {
        return last;
    }

    /** Whether this is a stream of events, which never is whole. */
    boolean isStream() {
        return stream && status == 200;
    }

    long events() {
        return events;
    }

    boolean isProblem() {
        return problem;
    }
}
