package io.tenderhub.search;

import io.tenderhub.tender.TenderFilter;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which tenders a search finds, in whatever order they are shown; each call sees what is committed when it begins. */
public interface TenderMatches {

    /**
     * Those found, a page at a time in {@link io.tenderhub.tender.OcidOrder}.
     *
     * @param text as in {@link io.tenderhub.tender.TenderQuery#text}
     * @param afterOcid where the page begins: behind this one, which need not be known; at the beginning if empty
     * @param limit 1 or more; fewer come only at the end
     * @throws io.tenderhub.failure.UnavailableException if the truth can't be reached
     */
    List<String> following(Optional<String> text, TenderFilter filter, Optional<String> afterOcid, int limit);

    /**
     * Which of these are found. One round trip.
     *
     * @throws io.tenderhub.failure.UnavailableException if the truth can't be reached
     */
    Set<String> among(Optional<String> text, TenderFilter filter, Collection<String> ocids);
}
