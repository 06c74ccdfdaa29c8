package io.tenderhub.search;

import static java.util.Objects.requireNonNull;

/**
 * @param value as published; of names that differ in case only, one of them stands for all
 * @param tenders how many have it, 1 or more
 */
public record FacetCount(String value, long tenders) {
    public FacetCount {
        requireNonNull(value);
    }
}
