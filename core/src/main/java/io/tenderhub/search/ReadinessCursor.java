package io.tenderhub.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tenderhub.account.TokenMint;
import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.readiness.ScorePoints;
import io.tenderhub.tender.TenderQuery;
import java.util.Base64;
import java.util.Optional;

/**
 * Where a page ended: behind a tender with a score, or behind one without.
 *
 * @param points of the tender; empty if it has no score
 * @param ocid empty for the place before all those without a score
 */
record ReadinessCursor(Optional<Double> points, String ocid) {
    /** Before all those without a score. */
    static final ReadinessCursor WITHOUT_SCORE = new ReadinessCursor(Optional.empty(), "");

    private static final String NONE = "-";
    private static final int FINGERPRINT = 16;

    static ReadinessCursor at(ScorePoints score) {
        return new ReadinessCursor(Optional.of(score.points()), score.ocid());
    }

    static ReadinessCursor withoutScore(String ocid) {
        return new ReadinessCursor(Optional.empty(), ocid);
    }

    Optional<ScorePoints> score() {
        return points.map(number -> new ScorePoints(ocid, number));
    }

    String encode(TenderQuery query) {
        String text = fingerprint(query) + "|" + points.map(Object::toString).orElse(NONE) + "|" + ocid;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    /** @throws InvalidInputException if it is not one that was given for the same query */
    static ReadinessCursor read(String cursor, TenderQuery query) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), UTF_8).split("\\|", 3);
            if (parts.length == 3 && parts[0].equals(fingerprint(query)) && parts[2].indexOf('\0') < 0) {
                return parts[1].equals(NONE)
                        ? withoutScore(parts[2])
                        : at(new ScorePoints(parts[2], Double.parseDouble(parts[1])));
            }
        } catch (IllegalArgumentException unreadable) {
            // Not Base64, or not a number: not a cursor of ours, as any other that does not fit.
        }
        throw new InvalidInputException("search", "cursor", "is not one that was given for this query");
    }

    private static String fingerprint(TenderQuery query) {
        return TokenMint.hash(query.filter().id() + "\n" + query.text().orElse(""))
                .substring(0, FINGERPRINT);
    }
}
