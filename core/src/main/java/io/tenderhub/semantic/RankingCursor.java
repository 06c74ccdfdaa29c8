package io.tenderhub.semantic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.semantic.RankedTenders.RankedTender;
import io.tenderhub.tender.OcidOrder;
import io.tenderhub.tender.TenderQuery;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Where a page ends. It leads on in another ranking of the same query, too, behind the place where its tender stands or stood.
 *
 * @param ranking the one that the page was cut from
 */
record RankingCursor(String ranking, double score, String ocid) {
    private static final String FORM = "m1";
    private static final int PARTS = 5;

    RankingCursor {
        requireNonNull(ranking);
        requireNonNull(ocid);
    }

    /** @throws InvalidInputException if it is not one that was given for this query */
    static RankingCursor read(String text, TenderQuery query) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), UTF_8).split("\\|", PARTS);
            if (parts.length == PARTS && parts[0].equals(FORM) && parts[1].equals(fingerprint(query))) {
                return new RankingCursor(
                        parts[2], Double.longBitsToDouble(Long.parseUnsignedLong(parts[3], 16)), parts[4]);
            }
        } catch (IllegalArgumentException e) {
            // As a text that does not fit.
        }
        throw new InvalidInputException("search", "cursor", "is not one that was given for this query");
    }

    String text(TenderQuery query) {
        String parts = String.join(
                "|", FORM, fingerprint(query), ranking, Long.toHexString(Double.doubleToLongBits(score)), ocid);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(parts.getBytes(UTF_8));
    }

    /** Whether a tender stands behind the place. */
    boolean isBefore(RankedTender tender) {
        int order = Double.compare(score, tender.score());
        return order > 0 || order == 0 && OcidOrder.INSTANCE.compare(ocid, tender.ocid()) < 0;
    }

    private static String fingerprint(TenderQuery query) {
        try {
            String meaning = query.mode() + "|" + query.filter().id() + "|" + query.text();
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(meaning.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
