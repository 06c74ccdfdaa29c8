package io.tenderhub.readiness;

import io.tenderhub.requirement.Sector;
import java.util.Optional;

/**
 * How what a company does meets what a tender asks for.
 *
 * @param number another one for each
 * @param strength of the best match in words
 * @param offer the company's words that matched best; empty where none did
 * @param sector what the tender is about, where it is evident
 */
record WorkMatch(long number, Strength strength, Optional<String> offer, Optional<Sector> sector, Kinship kinship) {
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
}
