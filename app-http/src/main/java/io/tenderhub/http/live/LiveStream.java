package io.tenderhub.http.live;

import io.tenderhub.json.JsonText;
import io.tenderhub.notification.Follower;
import io.tenderhub.notification.News;
import io.tenderhub.notification.NewsId;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One client as server-sent events (WHATWG HTML, "Server-sent events"). Holds no thread: what is to be sent waits in a queue until the
 * connection takes it. A client whose queue is full is let go; he comes back with the last id he got, and misses nothing.
 */
final class LiveStream implements Follower, WriteListener, AsyncListener {
    /** Without what was there at the beginning. Fewer than are kept, so that whoever is let go can get them again. */
    private static final int LONGEST_QUEUE = 512;

    private static final byte[] BEAT = ":\n\n".getBytes(StandardCharsets.US_ASCII);

    private final Runnable released;
    private final Queue<byte[]> queue = new ArrayDeque<>();
    private final AtomicBoolean over = new AtomicBoolean();
    /** Empty until the connection is asynchronous. This and what follows is guarded by this object. */
    private Optional<AsyncContext> connection = Optional.empty();

    /** Whether the server will call when it can write again. */
    private boolean awaited = true;

    /** How many of those that wait were there at the beginning. */
    private int fromBefore;

    private boolean unflushed;
    private boolean ending;
    private boolean completed;

    /** @param released called once when it is over, with locks held; must not wait */
    LiveStream(Runnable released) {
        this.released = released;
    }

    /** Begins to send on a connection whose answer has its headers. */
    void startOn(AsyncContext async) throws IOException {
        async.setTimeout(0);
        async.addListener(this);
        synchronized (this) {
            connection = Optional.of(async);
            fromBefore = queue.size();
        }
        async.getResponse().getOutputStream().setWriteListener(this);
    }

    /** Shows client and proxies that the connection lives, and this service that the client does. */
    void beat() {
        send(BEAT);
    }

    @Override
    public void begin(NewsId at) {
        send(event("ready", at, "{}"));
    }

    @Override
    public void hear(News news) {
        String data = JsonText.line(json -> {
            json.writeStartObject();
            json.writeStringField("type", news.notification().type());
            json.writeStringField("subject", news.notification().subject());
            json.writeStringField("at", news.notification().at().toString());
            json.writeEndObject();
        });
        send(event(news.notification().type(), news.id(), data));
    }

    @Override
    public void reset(NewsId at) {
        send(event("reset", at, "{}"));
    }

    private static byte[] event(String type, NewsId id, String data) {
        return ("id: " + id + "\nevent: " + type + "\ndata: " + data + "\n\n").getBytes(StandardCharsets.UTF_8);
    }

    private synchronized void send(byte[] bytes) {
        if (ending) {
            return;
        }
        if (connection.isPresent() && queue.size() - fromBefore >= LONGEST_QUEUE) {
            endNow();
            return;
        }
        queue.add(bytes);
        if (!awaited) {
            drain();
        }
    }

    /** Ends it, after what waits if the client takes it. */
    synchronized void end() {
        ending = true;
        if (!awaited) {
            drain();
        } else if (connection.isPresent()) {
            endNow();
        }
    }

    @Override
    public synchronized void onWritePossible() {
        awaited = false;
        drain();
    }

    /** Writes as much as goes without waiting. */
    private void drain() {
        if (completed || connection.isEmpty()) {
            return;
        }
        try {
            ServletOutputStream out = connection.get().getResponse().getOutputStream();
            while (out.isReady()) {
                byte[] next = queue.poll();
                if (next != null) {
                    fromBefore = Math.max(0, fromBefore - 1);
                    out.write(next);
                    unflushed = true;
                } else if (unflushed) {
                    unflushed = false;
                    out.flush();
                } else {
                    if (ending) {
                        endNow();
                    }
                    return;
                }
            }
            awaited = true;
        } catch (IOException e) {
            // The client is gone.
            endNow();
        }
    }

    private void endNow() {
        ending = true;
        queue.clear();
        completed = true;
        over();
    }

    private void over() {
        if (!over.getAndSet(true)) {
            released.run();
        }
    }

    @Override
    public synchronized void onError(Throwable e) {
        endNow();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        synchronized (this) {
            completed = true;
            ending = true;
            queue.clear();
        }
        over();
    }

    @Override
    public void onTimeout(AsyncEvent event) {}

    @Override
    public synchronized void onError(AsyncEvent event) {
        endNow();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {}
}
