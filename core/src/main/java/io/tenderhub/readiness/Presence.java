package io.tenderhub.readiness;

import io.tenderhub.tender.Tender;
import java.util.Optional;

/**
 * How a company stands to the place of the work.
 *
 * @param place province or region, as the tender writes it; empty where it is not evident
 */
record Presence(Reach reach, Optional<String> place) {
    enum Reach {
        /** The company covers the place. */
        COVERED,
        /** The work is all over the country, and the company covers a part of it. */
        PART_OF_COUNTRY,
        ELSEWHERE,
        /** The tender does not say where. */
        NOT_STATED
    }

    static Presence of(Capabilities company, Tender tender) {
        Optional<String> place =
                tender.province().or(() -> tender.deliveryLocation().flatMap(Places::provinceIn));
        if (place.isEmpty()) {
            return new Presence(Reach.NOT_STATED, place);
        }
        return new Presence(reach(company, Places.normal(place.get())), place);
    }

    private static Reach reach(Capabilities company, String place) {
        if (company.profile().coverage().national() || company.places().contains(place)) {
            return Reach.COVERED;
        }
        boolean partly = place.equals(Places.WHOLE_COUNTRY) && !company.places().isEmpty();
        return partly ? Reach.PART_OF_COUNTRY : Reach.ELSEWHERE;
    }
}
