package io.tenderhub.semantic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.tenderhub.tender.Highlight;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** What a search has found, the best first, of equal ones by ocid: pages are cut from it. */
record RankedTenders(List<RankedTender> tenders) {
    RankedTenders {
        tenders = List.copyOf(tenders);
    }

    /**
     * @param score the higher, the better; comparable only within one ranking
     * @param highlights where words of the query stand, if it was found by them
     */
    record RankedTender(String ocid, double score, List<Highlight> highlights) {
        RankedTender {
            requireNonNull(ocid);
            highlights = List.copyOf(highlights);
        }
    }

    /** Names it: the same only for the same ones in the same order. */
    String id() {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (RankedTender tender : tenders) {
                sha.update((tender.score() + " " + tender.ocid() + "\n").getBytes(UTF_8));
            }
            return HexFormat.of().formatHex(sha.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
