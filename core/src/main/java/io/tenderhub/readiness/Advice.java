package io.tenderhub.readiness;

import io.tenderhub.readiness.CidbStanding.Rank;
import io.tenderhub.readiness.WorkMatch.Kinship;
import io.tenderhub.readiness.WorkMatch.Strength;
import java.util.List;
import java.util.Optional;

/**
 * What to do about a tender. Each rule alone gives a worst recommendation; the worst of all stands. So what improves
 * one never worsens the whole.
 */
record Advice(Recommendation recommendation, String reason) {
    private static final Advice SILENT = new Advice(
            Recommendation.DO_NOT_BID,
            "The profile names no sector, service or keyword, so nothing shows that the company does this work.");
    private static final Advice OTHER_WORK =
            new Advice(Recommendation.DO_NOT_BID, "The tender is for work that the company does not do.");
    private static final Advice READ_FIRST = new Advice(
            Recommendation.PREPARE_FIRST,
            "First read the tender's documents: nothing published with it shows whether the work is the company's.");

    /**
     * @param byPoints what these points alone advise
     */
    static Advice of(Bid bid, Advice byPoints, List<Note> blockers) {
        if (!blockers.isEmpty()) {
            return new Advice(Recommendation.DO_NOT_BID, blockers.get(0).message());
        }
        WorkMatch fit = bid.fit();
        if (fit.strength() == Strength.NONE && fit.kinship() == Kinship.OTHER) {
            return bid.company().isSilent() ? SILENT : OTHER_WORK;
        }
        if (byPoints.recommendation == Recommendation.DO_NOT_BID) {
            return byPoints;
        }
        Optional<Advice> cidb = bid.gradings().advice();
        if (cidb.isPresent() && bid.cidb().rank() == Rank.WITH_PARTNER) {
            return cidb.get();
        }
        Optional<Advice> documents = bid.documents().advice();
        if (documents.isPresent()) {
            return documents.get();
        }
        if (cidb.isPresent()) {
            return cidb.get();
        }
        return fit.strength() == Strength.NONE && fit.kinship() == Kinship.UNKNOWN ? READ_FIRST : byPoints;
    }

    /** What points alone advise. */
    static Advice byPoints(long tenths, Thresholds thresholds) {
        if (tenths < thresholds.prepareFrom() * 10L) {
            return new Advice(
                    Recommendation.DO_NOT_BID,
                    "Only " + plain(tenths) + " of 100 points; below " + thresholds.prepareFrom()
                            + " the effort is not worth it.");
        }
        if (tenths < thresholds.bidFrom() * 10L) {
            return new Advice(
                    Recommendation.PREPARE_FIRST,
                    plain(tenths) + " of 100 points; " + thresholds.bidFrom() + " make a promising bid.");
        }
        return new Advice(
                Recommendation.BID, "Nothing stands against it, and " + plain(tenths) + " of 100 points are reached.");
    }

    /** What a standing that falls short advises, where something can be done about it. */
    static Optional<Advice> of(CidbStanding cidb) {
        return switch (cidb.rank()) {
            case WITH_PARTNER ->
                Optional.of(new Advice(
                        Recommendation.BID_WITH_PARTNER,
                        "The company holds " + cidb.heldWords() + " and " + cidb.needed()
                                + " is asked for; a joint venture reaches it with " + cidb.partnerWords() + "."));
            case CONDITIONAL ->
                Optional.of(new Advice(
                        Recommendation.PREPARE_FIRST,
                        "First ask whether a potentially emerging contractor of grade " + cidb.heldWords()
                                + " is admitted for " + cidb.needed() + "."));
            default -> Optional.empty();
        };
    }

    /** What missing documents advise; nothing where none is missing. */
    static Optional<Advice> toGet(List<String> missing) {
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(new Advice(
                        Recommendation.PREPARE_FIRST,
                        "First get "
                                + Wording.list(
                                        missing.stream().map(Documents::words).toList(), "and") + "."));
    }

    /** {@code 87} or {@code 87.5}. */
    private static String plain(long tenths) {
        return tenths % 10 == 0 ? String.valueOf(tenths / 10) : tenths / 10 + "." + tenths % 10;
    }
}
