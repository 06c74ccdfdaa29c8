package io.tenderhub.search;

import static java.util.Objects.requireNonNull;

/**
 * A word that was probably meant.
 *
 * @param typed in lower case, without accents
 */
record Correction(String typed, String meant) {
    Correction {
        requireNonNull(typed);
        requireNonNull(meant);
    }
}
