package io.tenderhub.readiness;

import io.tenderhub.readiness.WorkMatch.Kinship;
import io.tenderhub.readiness.WorkMatch.Strength;
import io.tenderhub.requirement.Sector;
import java.util.Optional;
import java.util.Set;

/** What a company does, ready to be looked for in the words of many tenders. For any number of threads. */
final class OfferedWork {
    private static final Strength[] STRENGTHS = Strength.values();

    private final Capabilities company;
    /** The numbers of each offer's stems. */
    private final int[][] offers;

    private final KeptByNumber<WorkMatch> matches;

    OfferedWork(Capabilities company, KnownStems stems, int places) {
        this.company = company;
        this.offers = company.offers().stream()
                .map(offer -> offer.stems().stream().mapToInt(stems::number).toArray())
                .toArray(int[][]::new);
        this.matches = new KeptByNumber<>(places);
    }

    WorkMatch match(Asked asked) {
        KnownStems.Found heading = asked.inHeading();
        int best = 0;
        int offer = -1;
        for (int i = 0; i < offers.length; i++) {
            int inHeading = found(offers[i], heading);
            if (inHeading == offers[i].length) {
                return match(asked, Strength.IN_HEADING.ordinal(), i);
            }
            if (best == 0 && inHeading * 2 >= offers[i].length) {
                best = Strength.HALF.ordinal();
                offer = i;
            }
        }
        // The description is read only where the heading leaves something open: it is the longest text of a tender.
        KnownStems.Found text = asked.inText();
        for (int i = 0; i < offers.length; i++) {
            if (isEverywhere(offers[i], heading, text)) {
                return match(asked, Strength.IN_TEXT.ordinal(), i);
            }
        }
        return match(asked, best, offer);
    }

    private WorkMatch match(Asked asked, int strength, int offer) {
        long number = ((long) asked.sectorNumber() << 2 | strength) << 32 | offer + 1;
        WorkMatch known = matches.get(number);
        return known == null
                ? matches.keep(
                        number,
                        new WorkMatch(
                                number,
                                STRENGTHS[strength],
                                offer < 0
                                        ? Optional.empty()
                                        : Optional.of(
                                                company.offers().get(offer).words()),
                                asked.sector(),
                                kinship(company.sectors(), asked.sector())))
                : known;
    }

    private static int found(int[] stems, KnownStems.Found found) {
        int count = 0;
        for (int stem : stems) {
            if (found.has(stem)) {
                count++;
            }
        }
        return count;
    }

    private static boolean isEverywhere(int[] stems, KnownStems.Found heading, KnownStems.Found text) {
        for (int stem : stems) {
            if (!heading.has(stem) && !text.has(stem)) {
                return false;
            }
        }
        return true;
    }

    private static Kinship kinship(Set<Sector> sectors, Optional<Sector> asked) {
        if (asked.isEmpty()) {
            return Kinship.UNKNOWN;
        }
        Sector sector = asked.get();
        if (sectors.contains(sector)) {
            return Kinship.SAME;
        }
        return StatedSectors.isWorks(sector) && sectors.stream().anyMatch(StatedSectors::isWorks)
                ? Kinship.RELATED
                : Kinship.OTHER;
    }
}
