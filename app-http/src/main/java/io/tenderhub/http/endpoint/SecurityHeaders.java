package io.tenderhub.http.endpoint;

import io.javalin.http.Context;

/** What browsers are told to be careful about. */
final class SecurityHeaders {
    private SecurityHeaders() {}

    static void add(Context ctx) {
        ctx.header("X-Content-Type-Options", "nosniff");
        ctx.header("X-Frame-Options", "DENY");
        ctx.header("Referrer-Policy", "no-referrer");
        ctx.header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        ctx.header("Cross-Origin-Resource-Policy", "cross-origin");
    }
}
