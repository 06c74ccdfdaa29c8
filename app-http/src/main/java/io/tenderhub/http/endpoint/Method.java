package io.tenderhub.http.endpoint;

import java.util.Locale;

/** What HTTP calls a method (RFC 9110 §9, RFC 5789). */
public enum Method {
    GET,
    POST,
    PUT,
    PATCH,
    DELETE;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
