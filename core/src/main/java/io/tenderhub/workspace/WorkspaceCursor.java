package io.tenderhub.workspace;

import static java.util.Objects.requireNonNull;

import io.tenderhub.failure.InvalidInputException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Optional;

/**
 * Where a page of a list ended, for catalogues. Opaque to callers, and of use for the same query only.
 *
 * @param time by which the list is ordered; empty for a tender without a closing time
 * @param ocid of the last entry
 */
public record WorkspaceCursor(Optional<Instant> time, String ocid) {
    private static final String VERSION = "1";
    private static final String SEPARATOR = "\n";
    private static final String NO_TIME = "-";

    public WorkspaceCursor {
        requireNonNull(time);
        requireNonNull(ocid);
    }

    /** The cursor behind this entry. */
    public static WorkspaceCursor behind(FollowedTender last, WorkspaceOrder order) {
        return new WorkspaceCursor(
                switch (order) {
                    case CLOSING_SOONEST -> last.closesAt();
                    case CHANGED_LATEST -> Optional.of(last.changed().at());
                },
                last.ocid());
    }

    public String encode(WorkspaceQuery query) {
        String fields = String.join(
                SEPARATOR,
                VERSION,
                query.selection(),
                time.map(Instant::toString).orElse(NO_TIME),
                ocid);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(fields.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The cursor of a query; empty where the query is for the first page.
     *
     * @throws InvalidInputException if it is not one that was given for such a query
     */
    public static Optional<WorkspaceCursor> of(WorkspaceQuery query) {
        return query.cursor().map(given -> decode(given, query));
    }

    private static WorkspaceCursor decode(String given, WorkspaceQuery query) {
        try {
            String[] fields =
                    new String(Base64.getUrlDecoder().decode(given), StandardCharsets.UTF_8).split(SEPARATOR, 4);
            if (fields.length == 4
                    && fields[0].equals(VERSION)
                    && fields[1].equals(query.selection())
                    && fields[3].indexOf('\0') < 0) {
                Optional<Instant> time =
                        fields[2].equals(NO_TIME) ? Optional.empty() : Optional.of(Instant.parse(fields[2]));
                if (time.isPresent() || query.order() == WorkspaceOrder.CLOSING_SOONEST) {
                    return new WorkspaceCursor(time, fields[3]);
                }
            }
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw refused();
        }
        throw refused();
    }

    private static InvalidInputException refused() {
        return new InvalidInputException("workspace list", "cursor", "is not one that was given for this query");
    }
}
