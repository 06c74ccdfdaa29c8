package io.tenderhub.http.routes;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A part of a path. */
final class PathSegment {
    private PathSegment() {}

    /** With everything encoded that would mean something else in a path; a slash is {@code %2F}. */
    static String of(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
