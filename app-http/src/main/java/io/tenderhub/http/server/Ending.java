package io.tenderhub.http.server;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Says, once the service is about to end, that it is not ready any more, and asks clients to take another connection. Knows how many
 * requests are in hand, so that the end can wait for them.
 */
final class Ending extends Handler.Wrapper {
    static final String READY = "/health/ready";
    private static final byte[] STOPPING =
            "{\"status\":\"stopping\",\"stores\":{},\"breakers\":{}}\n".getBytes(StandardCharsets.UTF_8);

    private volatile boolean begun;
    private int inHand;

    void begin() {
        begun = true;
    }

    private synchronized void taken() {
        inHand++;
    }

    private synchronized void answered() {
        inHand--;
        notifyAll();
    }

    /** Returns when no request is in hand any more, or the time is over. */
    synchronized void awaitLast(Duration most) throws InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        for (long left = most.toNanos(); inHand > 0 && left > 0; left = end - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        taken();
        Request.addCompletionListener(request, failure -> answered());
        if (!begun) {
            return super.handle(request, response, callback);
        }
        response.getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE);
        if (!Request.getPathInContext(request).equals(READY)) {
            return super.handle(request, response, callback);
        }
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE_503);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.write(true, ByteBuffer.wrap(STOPPING), callback);
        return true;
    }
}
