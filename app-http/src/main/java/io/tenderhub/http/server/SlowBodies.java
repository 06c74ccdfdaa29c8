package io.tenderhub.http.server;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Gives up bodies that come too slowly, so that they hold no turn for ever. What counts is the time since somebody began to read:
 * a body that had to wait until then is not slow.
 */
final class SlowBodies extends Handler.Wrapper {
    private final int bytesPerSecond;
    private final Duration grace;

    /**
     * @param bytesPerSecond at least, on average; 0 for any
     * @param grace time after which it is looked at
     */
    SlowBodies(int bytesPerSecond, Duration grace) {
        this.bytesPerSecond = bytesPerSecond;
        this.grace = grace;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        return super.handle(bytesPerSecond == 0 ? request : new Watched(request), response, callback);
    }

    private final class Watched extends Request.Wrapper {
        private long begunNanos;
        private boolean begun;
        private long bytes;

        Watched(Request request) {
            super(request);
        }

        @Override
        public Content.Chunk read() {
            if (!begun) {
                begun = true;
                begunNanos = System.nanoTime();
            }
            Content.Chunk chunk = super.read();
            if (chunk == null) {
                return isSlow() ? failed() : null;
            }
            bytes += chunk.remaining();
            return chunk;
        }

        private boolean isSlow() {
            long nanos = System.nanoTime() - begunNanos;
            return nanos > grace.toNanos() && bytes * 1e9 / nanos < bytesPerSecond;
        }

        private Content.Chunk failed() {
            TimeoutException tooSlow = new TimeoutException("the body comes too slowly");
            fail(tooSlow);
            return Content.Chunk.from(tooSlow, true);
        }
    }
}
