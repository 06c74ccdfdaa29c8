package io.tenderhub.http.endpoint;

import java.util.Locale;

/** What can go wrong with a request, as problem details tell it (RFC 9457): the status, and a type and title that stay the same. */
public enum ProblemKind {
    INVALID_INPUT(400, "What was sent breaks a rule"),
    NOT_AUTHENTICATED(401, "Nobody known asks"),
    NOT_ALLOWED(403, "Not allowed"),
    LIMIT_REACHED(403, "The plan allows no more"),
    NOT_FOUND(404, "Not there"),
    METHOD_NOT_ALLOWED(405, "No such method here"),
    SENT_TOO_SLOWLY(408, "Sent too slowly"),
    CONFLICT(409, "The state does not allow it now"),
    PRECONDITION_FAILED(412, "It was changed in the meantime"),
    TOO_LARGE(413, "Too large"),
    ADDRESS_TOO_LONG(414, "The address is too long"),
    UNSUPPORTED_TYPE(415, "Of a type that can't be read"),
    UNREADABLE(422, "Can't be read"),
    ENCRYPTED(422, "Can't be read without a password"),
    NO_TEXT(422, "Holds no text"),
    TOO_SLOW(422, "Takes too long to read"),
    KEY_USED_OTHERWISE(422, "The idempotency key was used for another request"),
    PRECONDITION_REQUIRED(428, "Say which version you have seen"),
    QUOTA_EXCEEDED(429, "The quota is used up"),
    RATE_EXCEEDED(429, "Too many requests"),
    HEADERS_TOO_LARGE(431, "The headers are too large"),
    FAULT(500, "A fault of the service"),
    UNAVAILABLE(503, "Not possible just now");

    private final int status;
    private final String title;

    ProblemKind(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** A URI, though not of a page. */
    public String type() {
        return "urn:tenderhub:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
