package io.tenderhub.requirement;

import java.util.EnumSet;
import java.util.Set;

/** Kinds of work, coarse enough that a company can name its own. */
public enum Sector {
    CONSTRUCTION,
    CIVIL_ENGINEERING,
    ELECTRICAL,
    MECHANICAL,
    WATER_AND_SANITATION,
    SECURITY,
    CLEANING,
    CATERING,
    TRANSPORT,
    HEALTH,
    EDUCATION_AND_TRAINING,
    INFORMATION_TECHNOLOGY,
    PROFESSIONAL_SERVICES,
    ENVIRONMENT_AND_WASTE,
    AGRICULTURE,
    ENERGY,
    MEDIA_AND_EVENTS,
    SUPPLIES;

    /** Every sector named in words such as a company's description of its services; empty where none is. */
    public static Set<Sector> ofWords(String words) {
        Set<Sector> sectors = EnumSet.noneOf(Sector.class);
        for (Sector sector : values()) {
            if (words.equalsIgnoreCase(sector.name())) {
                sectors.add(sector);
            }
        }
        Phrasebook.SECTORS.read(words, (phrase, start, end) -> {
            if (phrase.meaning() == Meaning.SECTOR) {
                sectors.add(values()[phrase.number()]);
            }
        });
        return sectors;
    }
}
