package io.tenderhub.company;

import java.util.Set;

/**
 * Where a company works.
 *
 * @param national everywhere; the provinces then say nothing more
 * @param provinces names of provinces or regions, as tenders write them
 */
public record Coverage(boolean national, Set<String> provinces) {
    public Coverage {
        provinces = Set.copyOf(provinces);
    }
}
