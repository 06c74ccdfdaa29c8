package io.tenderhub.requirement;

import static java.util.Objects.requireNonNull;

/**
 * The words a finding rests on.
 *
 * @param field of the tender, in OCDS names: {@code tender.title}, {@code tender.specialConditions}, {@code tender.items[2].description}
 * @param text the words exactly as they stand in that field
 */
public record Evidence(String field, String text) {
    public Evidence {
        requireNonNull(field);
        requireNonNull(text);
    }
}
