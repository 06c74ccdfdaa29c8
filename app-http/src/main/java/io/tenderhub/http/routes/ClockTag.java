package io.tenderhub.http.routes;

import io.tenderhub.http.endpoint.Parameter;
import io.tenderhub.http.endpoint.ProblemException;
import io.tenderhub.http.endpoint.ProblemKind;
import io.tenderhub.http.endpoint.Request;
import io.tenderhub.json.Shape;
import io.tenderhub.workspace.VectorClock;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The tag of a workspace entry: its clock. Whoever sends it back says by it which changes he has seen, so that his own are merged with
 * those he has not.
 */
final class ClockTag {
    static final String WANTED = "must be an ETag that was given for this entry";

    static final Parameter<VectorClock> IF_MATCH = Parameter.header(
            "If-Match",
            "The ETag of the entry as it was read; what others wrote since is merged",
            Shape.text()
                    .pattern("^\"[A-Za-z0-9_-]{1,8000}\"$", "an ETag that was given for this entry")
                    .withExample("\"dXNlcjpqby00ZjIxIDE3NjM3NDQ0MDAwMDAwMDA\""),
            ClockTag::read);

    private ClockTag() {}

    static String of(VectorClock clock) {
        String text = new TreeMap<>(clock.counts())
                .entrySet().stream()
                        .map(count -> count.getKey() + ' ' + count.getValue())
                        .collect(Collectors.joining("\n"));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws ProblemException if he does not say */
    static VectorClock seen(Request request) {
        return request.find(IF_MATCH)
                .orElseThrow(() -> new ProblemException(
                        ProblemKind.PRECONDITION_REQUIRED,
                        "send If-Match with the ETag of the entry as you read it, so that nobody's edit is lost"));
    }

    /** @throws IllegalArgumentException if it is no such tag */
    static VectorClock read(String header) {
        try {
            Map<String, Long> counts = new HashMap<>();
            for (String line : decoded(header).split("\n", -1)) {
                int blank = line.lastIndexOf(' ');
                if (blank < 1
                        || counts.put(line.substring(0, blank), Long.valueOf(line.substring(blank + 1))) != null) {
                    throw new IllegalArgumentException("no count of a writer");
                }
            }
            return new VectorClock(counts);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(WANTED, e);
        }
    }

    private static String decoded(String header) {
        byte[] bytes = Base64.getUrlDecoder().decode(header.substring(1, header.length() - 1));
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
