package io.tenderhub.readiness;

import io.tenderhub.readiness.WorkMatch.Kinship;
import io.tenderhub.readiness.WorkMatch.Strength;
import io.tenderhub.requirement.Evidence;
import io.tenderhub.requirement.Finding;
import io.tenderhub.requirement.Sector;
import java.util.Optional;

/** Whether the company does what is asked for: by sector, and by the words of its services. */
final class SectorFit implements Criterion {

    @Override
    public Judgement judge(Bid bid) {
        WorkMatch match = bid.fit();
        double share = share(match, bid.policy().thresholds());
        Outcome outcome = match.kinship() == Kinship.UNKNOWN && match.strength() == Strength.NONE
                ? Outcome.NOT_STATED
                : Judgement.outcomeOf(share);
        return new Judgement(outcome, share, reason(bid, match));
    }

    @Override
    public long question(Bid bid) {
        return bid.fit().number();
    }

    /** The words that show the sector or, for lack of them, nothing. */
    @Override
    public Optional<Evidence> evidence(Bid bid) {
        Optional<Finding<Sector>> sector = bid.requirements().sector();
        return sector.isPresent() ? Optional.of(sector.get().evidence()) : Optional.empty();
    }

    /** A tender of no evident sector gives what one of the company's sector would: it might be that. */
    private static double share(WorkMatch match, Thresholds thresholds) {
        boolean inOwnWords = match.strength().compareTo(Strength.IN_TEXT) >= 0;
        return switch (match.kinship()) {
            case SAME, UNKNOWN -> inOwnWords ? 1 : thresholds.sameSector();
            case RELATED, OTHER -> {
                if (match.strength() == Strength.IN_HEADING) {
                    yield thresholds.sameSector();
                }
                boolean nothing = match.strength() == Strength.NONE && match.kinship() == Kinship.OTHER;
                yield nothing ? 0 : thresholds.otherSector();
            }
        };
    }

    private static String reason(Bid bid, WorkMatch match) {
        String sector = match.sector().map(StatedSectors::words).orElse("");
        String offer = match.offer().map(words -> "\"" + words + "\"").orElse("");
        String words = switch (match.strength()) {
            case IN_HEADING -> "The tender asks for " + offer + ", which the company offers";
            case IN_TEXT -> "The description mentions " + offer + ", which the company offers";
            case HALF -> "The tender comes near " + offer + ", which the company offers";
            case NONE -> "The tender names nothing that the company lists as a service or keyword";
        };
        return switch (match.kinship()) {
            case SAME ->
                match.strength() == Strength.NONE
                        ? words + ", but is for " + sector + ", a sector of the company."
                        : words + ", and is for " + sector + ", a sector of the company.";
            case RELATED -> words + "; it is for " + sector + ", which is related to the company's sectors.";
            case OTHER ->
                bid.company().isSilent()
                        ? "The profile names no sector, service or keyword to compare with " + sector + "."
                        : words + "; it is for " + sector + ", which is none of the company's sectors.";
            case UNKNOWN ->
                match.strength() == Strength.NONE ? words + ", and its sector is not evident." : words + ".";
        };
    }
}
