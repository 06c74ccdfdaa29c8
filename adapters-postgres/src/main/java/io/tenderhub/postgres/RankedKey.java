package io.tenderhub.postgres;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * What a cursor keeps of a hit where the newest matches are ranked: of one that is ranked its relevance and where the ranked ones
 * end, of one behind them when it was released.
 */
record RankedKey(List<String> parts) {
    static final int PARTS = 4;
    private static final String RANKED = "R";
    private static final String BEHIND = "N";
    private static final String NONE = "-";

    static List<String> ranked(String relevance, Optional<PageCursor> end) {
        return List.of(
                RANKED + relevance,
                end.map(last -> last.key().get(0)).orElse(NONE),
                end.map(last -> last.key().get(1)).orElse(NONE),
                end.map(last -> encoded(last.ocid())).orElse(NONE));
    }

    static List<String> newest(PageCursor hit) {
        return List.of(BEHIND, hit.key().get(0), hit.key().get(1), NONE);
    }

    /**
     * @throws io.tenderhub.failure.InvalidInputException if it is none of those above
     */
    static RankedKey of(PageCursor cursor) {
        RankedKey key = new RankedKey(cursor.key());
        boolean accepted = key.isRanked()
                ? SearchOrder.Shape.RELEVANCE.accepts(key.relevance())
                        && (key.hasNoEnd() || key.tellsATime() && key.endsAtAnOcid())
                : key.parts.get(0).equals(BEHIND) && key.tellsATime();
        if (!accepted || TextArray.isImpossible(cursor.ocid())) {
            throw PageCursor.refused();
        }
        return key;
    }

    boolean isRanked() {
        return parts.get(0).startsWith(RANKED);
    }

    String relevance() {
        return parts.get(0).substring(1);
    }

    /** The last one that is ranked; nothing if all are. */
    Optional<PageCursor> end() {
        return hasNoEnd() ? Optional.empty() : Optional.of(newest(decoded()));
    }

    PageCursor newest(String ocid) {
        return new PageCursor(parts.subList(1, 3), ocid);
    }

    private boolean hasNoEnd() {
        return parts.get(1).equals(NONE);
    }

    private boolean tellsATime() {
        return SearchOrder.Shape.TIME.accepts(parts.get(1)) && SearchOrder.Shape.NANOS.accepts(parts.get(2));
    }

    private boolean endsAtAnOcid() {
        try {
            return !TextArray.isImpossible(decoded());
        } catch (IllegalArgumentException notEncoded) {
            return false;
        }
    }

    private static String encoded(String ocid) {
        return Base64.getUrlEncoder().encodeToString(ocid.getBytes(StandardCharsets.UTF_8));
    }

    private String decoded() {
        return new String(Base64.getUrlDecoder().decode(parts.get(3)), StandardCharsets.UTF_8);
    }
}
