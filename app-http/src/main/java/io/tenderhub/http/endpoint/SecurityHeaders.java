package io.tenderhub.http.endpoint;

import io.javalin.http.Context;
import java.util.Map;

/** What browsers are told to be careful about. */
public final class SecurityHeaders {
    /** In every answer, also to what can't be read. */
    public static final Map<String, String> ALL = Map.of(
            "X-Content-Type-Options",
            "nosniff",
            "X-Frame-Options",
            "DENY",
            "Referrer-Policy",
            "no-referrer",
            "Content-Security-Policy",
            "default-src 'none'; frame-ancestors 'none'",
            "Cross-Origin-Resource-Policy",
            "cross-origin");

    private SecurityHeaders() {}

    static void add(Context ctx) {
        ALL.forEach(ctx::header);
    }
}
