package io.tenderhub.idempotency;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Set;

/**
 * What was answered to a request.
 *
 * @param status of HTTP, 100 to 599
 * @param headers the few that belong to the answer itself, such as {@code Location}
 * @param body must not be changed by anybody
 * @param replayed whether it is the answer to an earlier request of the same key
 */
public record RecordedAnswer(int status, Map<String, String> headers, byte[] body, boolean replayed) {
    /** Said of the moment and not of the request: timeout, too early, too many. */
    private static final Set<Integer> PASSING = Set.of(408, 425, 429);

    public RecordedAnswer {
        if (status < 100 || status > 599) {
            throw new IllegalArgumentException("a status is 100 to 599, not " + status);
        }
        headers = Map.copyOf(headers);
        requireNonNull(body);
    }

    /** An answer that was made just now. */
    public static RecordedAnswer of(int status, Map<String, String> headers, byte[] body) {
        return new RecordedAnswer(status, headers, body, false);
    }

    /** Whether the same request would get it again: not so when the hub failed, or was asked too much. */
    public boolean lasts() {
        return status < 500 && !PASSING.contains(status);
    }

    /** Without its contents, which may be secret. */
    @Override
    public String toString() {
        return "RecordedAnswer[" + status + ", " + body.length + " bytes" + (replayed ? ", replayed]" : "]");
    }
}
