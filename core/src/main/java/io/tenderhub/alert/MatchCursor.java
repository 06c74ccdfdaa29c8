package io.tenderhub.alert;

import static java.util.Objects.requireNonNull;

import io.tenderhub.failure.InvalidInputException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** Where a page of matches ended; the order is {@code matchedAt} from the latest on, then the search, then the ocid. */
public record MatchCursor(Instant matchedAt, String search, String ocid) {
    private static final String VERSION = "1";
    private static final String SEPARATOR = "\n";
    private static final int FIELDS = 4;

    public MatchCursor {
        requireNonNull(matchedAt);
        requireNonNull(search);
        requireNonNull(ocid);
    }

    static MatchCursor behind(SearchMatch last) {
        return new MatchCursor(last.matchedAt(), last.search(), last.ocid());
    }

    String encode() {
        String fields = String.join(SEPARATOR, VERSION, matchedAt.toString(), search, ocid);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(fields.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The place that a cursor names; empty for the first page. It leads on in every list of the team's matches.
     *
     * @throws InvalidInputException if it is not one that was given for such a list
     */
    static Optional<MatchCursor> of(MatchQuery query) {
        return query.cursor().map(MatchCursor::decode);
    }

    private static MatchCursor decode(String given) {
        try {
            String[] fields =
                    new String(Base64.getUrlDecoder().decode(given), StandardCharsets.UTF_8).split(SEPARATOR, FIELDS);
            if (fields.length == FIELDS && fields[0].equals(VERSION) && (fields[2] + fields[3]).indexOf('\0') < 0) {
                return new MatchCursor(Instant.parse(fields[1]), fields[2], fields[3]);
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            throw refused();
        }
        throw refused();
    }

    private static InvalidInputException refused() {
        return new InvalidInputException("search matches", "cursor", "is not one that was given for this list");
    }
}
