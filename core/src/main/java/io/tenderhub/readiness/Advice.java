package io.tenderhub.readiness;

import io.tenderhub.readiness.CidbStanding.Rank;
import io.tenderhub.readiness.WorkMatch.Kinship;
import io.tenderhub.readiness.WorkMatch.Strength;
import java.math.BigDecimal;
import java.util.List;

/**
 * What to do about a tender. Each rule alone gives a worst recommendation; the worst of all stands. So what improves
 * one never worsens the whole.
 */
record Advice(Recommendation recommendation, String reason) {

    static Advice of(Bid bid, double points, List<Note> blockers) {
        Thresholds thresholds = bid.policy().thresholds();
        if (!blockers.isEmpty()) {
            return new Advice(Recommendation.DO_NOT_BID, blockers.get(0).message());
        }
        WorkMatch fit = bid.fit();
        if (fit.strength() == Strength.NONE && fit.kinship() == Kinship.OTHER) {
            return new Advice(
                    Recommendation.DO_NOT_BID,
                    bid.company().isSilent()
                            ? "The profile names no sector, service or keyword, so nothing shows that the company does this"
                                    + " work."
                            : "The tender is for work that the company does not do.");
        }
        if (points < thresholds.prepareFrom()) {
            return new Advice(
                    Recommendation.DO_NOT_BID,
                    "Only " + plain(points) + " of 100 points; below " + thresholds.prepareFrom()
                            + " the effort is not worth it.");
        }
        CidbStanding cidb = bid.cidb();
        if (cidb.rank() == Rank.WITH_PARTNER) {
            return new Advice(
                    Recommendation.BID_WITH_PARTNER,
                    "The company holds " + cidb.heldWords() + " and " + cidb.needed()
                            + " is asked for; a joint venture reaches it with " + cidb.partnerWords() + ".");
        }
        List<String> missing = bid.documents().missing();
        if (!missing.isEmpty()) {
            return new Advice(
                    Recommendation.PREPARE_FIRST,
                    "First get "
                            + Wording.list(
                                    missing.stream().map(Documents::words).toList(), "and") + ".");
        }
        if (cidb.rank() == Rank.CONDITIONAL) {
            return new Advice(
                    Recommendation.PREPARE_FIRST,
                    "First ask whether a potentially emerging contractor of grade " + cidb.heldWords()
                            + " is admitted for " + cidb.needed() + ".");
        }
        if (fit.strength() == Strength.NONE && fit.kinship() == Kinship.UNKNOWN) {
            return new Advice(
                    Recommendation.PREPARE_FIRST,
                    "First read the tender's documents: nothing published with it shows whether the work is the company's.");
        }
        if (points < thresholds.bidFrom()) {
            return new Advice(
                    Recommendation.PREPARE_FIRST,
                    plain(points) + " of 100 points; " + thresholds.bidFrom() + " make a promising bid.");
        }
        return new Advice(
                Recommendation.BID, "Nothing stands against it, and " + plain(points) + " of 100 points are reached.");
    }

    private static String plain(double points) {
        BigDecimal shortest = BigDecimal.valueOf(points).stripTrailingZeros();
        return shortest.toPlainString();
    }
}
