package io.tenderhub.readiness;

import io.tenderhub.requirement.Evidence;
import io.tenderhub.requirement.Finding;
import io.tenderhub.requirement.Requirements;
import io.tenderhub.requirement.Sector;
import io.tenderhub.tender.Classification;
import io.tenderhub.tender.Item;
import io.tenderhub.tender.Tender;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * How what a company does meets what a tender asks for.
 *
 * @param strength of the best match in words
 * @param offer the company's words that matched best; empty where none did
 * @param sector what the tender is about, where it is evident
 */
record WorkMatch(Strength strength, Optional<String> offer, Optional<Finding<Sector>> sector, Kinship kinship) {
    /** How close the words are, from none upwards. */
    enum Strength {
        NONE,
        /** Half of the words or more of a longer offer in the heading, the category or an item. */
        HALF,
        /** All words of an offer, but only in the description. */
        IN_TEXT,
        /** All words of an offer in the heading, the category or an item. */
        IN_HEADING
    }

    /** How the tender's sector stands to the company's. */
    enum Kinship {
        SAME,
        /** Both are construction works. */
        RELATED,
        OTHER,
        /** The tender's sector is not evident. */
        UNKNOWN
    }

    static WorkMatch of(Capabilities company, Tender tender, Requirements requirements) {
        Set<String> heading = heading(tender);
        Set<String> text = new HashSet<>();
        // The description is read only where the heading leaves something open: it is the longest text of a tender.
        boolean inHeading = company.offers().stream().anyMatch(candidate -> heading.containsAll(candidate.stems()));
        if (!inHeading) {
            tender.description().ifPresent(description -> Stems.addTo(text, description));
        }
        Strength best = Strength.NONE;
        Optional<String> offer = Optional.empty();
        for (Capabilities.Offer candidate : company.offers()) {
            Strength strength = strength(candidate, heading, text);
            if (strength.compareTo(best) > 0) {
                best = strength;
                offer = Optional.of(candidate.words());
            }
        }
        return new WorkMatch(best, offer, requirements.sector(), kinship(company.sectors(), requirements.sector()));
    }

    /** The words that show the sector or, for lack of them, nothing. */
    Optional<Evidence> evidence() {
        return sector.map(Finding::evidence);
    }

    private static Set<String> heading(Tender tender) {
        Set<String> stems = new HashSet<>();
        Stems.addTo(stems, tender.heading());
        tender.category().ifPresent(category -> Stems.addTo(stems, category));
        tender.additionalCategories().forEach(category -> Stems.addTo(stems, category));
        for (Item item : tender.items()) {
            item.description().ifPresent(words -> Stems.addTo(stems, words));
            for (Classification classification : item.classifications()) {
                classification.description().ifPresent(words -> Stems.addTo(stems, words));
            }
        }
        return stems;
    }

    private static Strength strength(Capabilities.Offer offer, Set<String> heading, Set<String> text) {
        int inHeading = 0;
        int anywhere = 0;
        for (String stem : offer.stems()) {
            if (heading.contains(stem)) {
                inHeading++;
                anywhere++;
            } else if (text.contains(stem)) {
                anywhere++;
            }
        }
        int all = offer.stems().size();
        if (inHeading == all) {
            return Strength.IN_HEADING;
        }
        if (anywhere == all) {
            return Strength.IN_TEXT;
        }
        return inHeading * 2 >= all ? Strength.HALF : Strength.NONE;
    }

    private static Kinship kinship(Set<Sector> sectors, Optional<Finding<Sector>> asked) {
        if (asked.isEmpty()) {
            return Kinship.UNKNOWN;
        }
        Sector sector = asked.get().value();
        if (sectors.contains(sector)) {
            return Kinship.SAME;
        }
        return StatedSectors.isWorks(sector) && sectors.stream().anyMatch(StatedSectors::isWorks)
                ? Kinship.RELATED
                : Kinship.OTHER;
    }
}
