package io.tenderhub.trials;

import java.net.http.HttpHeaders;
import java.util.Locale;
import java.util.Optional;

/** An answer. */
record Heard(int status, HttpHeaders headers, byte[] body) {
    Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** Without its parameters, in lower case; empty where nothing is said. */
    String mediaType() {
        return header("Content-Type")
                .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .orElse("");
    }

    boolean isJson() {
        return mediaType().equals("application/json") || mediaType().endsWith("+json");
    }

    @Override
    public String toString() {
        return status + " " + mediaType() + "\n  " + Texts.shown(body);
    }
}
