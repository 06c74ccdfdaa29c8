package io.tenderhub.readiness;

import java.util.Optional;

/**
 * How a company stands to the place of the work.
 *
 * @param number another one for each; that of an unknown place is 0
 * @param place province or region, as the tender writes it; empty where it is not evident
 */
record Presence(long number, Reach reach, Optional<String> place) {
    enum Reach {
        /** The company covers the place. */
        COVERED,
        /** The work is all over the country, and the company covers a part of it. */
        PART_OF_COUNTRY,
        ELSEWHERE,
        /** The tender does not say where. */
        NOT_STATED
    }

    static final Presence NOT_STATED = new Presence(0, Reach.NOT_STATED, Optional.empty());

    static Presence of(long number, Capabilities company, String place) {
        return new Presence(number, reach(company, Places.normal(place)), Optional.of(place));
    }

    private static Reach reach(Capabilities company, String place) {
        if (company.profile().coverage().national() || company.places().contains(place)) {
            return Reach.COVERED;
        }
        boolean partly = place.equals(Places.WHOLE_COUNTRY) && !company.places().isEmpty();
        return partly ? Reach.PART_OF_COUNTRY : Reach.ELSEWHERE;
    }
}
