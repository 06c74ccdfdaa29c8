package io.tenderhub.http.endpoint;

import io.tenderhub.json.Shape;
import io.tenderhub.team.TeamId;
import java.util.Optional;

/** Parameters that many endpoints take. */
public final class Parameters {
    public static final Parameter<TeamId> TEAM = Parameter.path(
            "team",
            "The team's id",
            Shape.text()
                    .pattern("^[a-z0-9][a-z0-9-]{0,63}$", "the id of a team")
                    .withExample("acme"),
            TeamId::new);

    /** Identifiers of listings hold slashes, to be sent as {@code %2F}. */
    public static final Parameter<String> OCID = Parameter.path(
            "ocid",
            "The contracting process (OCDS ocid); a slash in it is sent as %2F",
            Shape.text()
                    .length(1, 200)
                    .pattern("^[^\\x00-\\x1F\\x7F]+$", "an ocid without control characters")
                    .withExample("ocds-9t57fa-136656"),
            text -> text);

    private static final int USUAL_LIMIT = 20;

    public static final Parameter<Integer> LIMIT = limit(USUAL_LIMIT);

    public static final Parameter<String> CURSOR = Parameter.query(
            "cursor",
            "Where to go on: nextCursor of the page before; empty for the beginning",
            Shape.text().length(0, 2000),
            text -> text);

    static final Parameter<String> IDEMPOTENCY_KEY = Parameter.header(
            "Idempotency-Key",
            "Chosen by the client, anew for each thing to be done: the same request sent again with the same key is answered as at"
                    + " first, and done once. Hard to guess, such as a random UUID; kept for 24 hours",
            Shape.text()
                    .pattern("^[\\x21-\\x7E]{16,255}$", "16 to 255 visible ASCII characters")
                    .withExample("6f1c2d0e-8a53-4b8e-9a52-0f6f0a3d9c11"),
            text -> text);

    private Parameters() {}

    /** How long a list may be, where another length is usual. */
    public static Parameter<Integer> limit(int usual) {
        return Parameter.query(
                "limit",
                "How many at most; " + usual + " if not given",
                Shape.whole(1, 100).withExample(usual),
                Integer::valueOf);
    }

    /** What was sent as {@link #LIMIT}, or what is usual. */
    public static int limit(Request request) {
        return request.find(LIMIT).orElse(USUAL_LIMIT);
    }

    /** What was sent as {@link #CURSOR}; empty for the beginning. */
    public static Optional<String> cursor(Request request) {
        return request.find(CURSOR).filter(cursor -> !cursor.isEmpty());
    }
}
