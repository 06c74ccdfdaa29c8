package io.tenderhub.http.server;

import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Tells browsers what to be careful about, in every answer. Their bytes are made once, as they are part of each. */
final class SecurityHeaders extends Handler.Wrapper {
    private static final List<HttpField> ALL = List.of(
            new PreEncodedHttpField("X-Content-Type-Options", "nosniff"),
            new PreEncodedHttpField("X-Frame-Options", "DENY"),
            new PreEncodedHttpField("Referrer-Policy", "no-referrer"),
            new PreEncodedHttpField("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
            new PreEncodedHttpField("Cross-Origin-Resource-Policy", "cross-origin"));

    /** In the place of those that may be there; a route that needs others puts them in the place of these. */
    static void putInto(HttpFields.Mutable headers) {
        for (HttpField header : ALL) {
            headers.put(header);
        }
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        for (HttpField header : ALL) {
            response.getHeaders().add(header);
        }
        return super.handle(request, response, callback);
    }
}
