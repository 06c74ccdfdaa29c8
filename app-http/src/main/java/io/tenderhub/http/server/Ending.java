package io.tenderhub.http.server;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Says, once the service is about to end, that it is not ready any more, and asks clients to take another connection. */
final class Ending extends Handler.Wrapper {
    static final String READY = "/health/ready";
    private static final byte[] STOPPING =
            "{\"status\":\"stopping\",\"stores\":{},\"breakers\":{}}\n".getBytes(StandardCharsets.UTF_8);

    private volatile boolean begun;

    void begin() {
        begun = true;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
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
