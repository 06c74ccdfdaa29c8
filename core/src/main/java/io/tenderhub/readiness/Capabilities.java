package io.tenderhub.readiness;

import io.tenderhub.company.CompanyProfile;
import io.tenderhub.requirement.Sector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A profile made ready for comparing with many tenders.
 *
 * @param offers what the company does, each in its own words
 * @param places provinces and regions covered, in the form of {@link Places#normal}
 */
record Capabilities(CompanyProfile profile, Set<Sector> sectors, List<Offer> offers, Set<String> places) {

    /**
     * A sector, service or keyword.
     *
     * @param stems at least one; a tender that has all of them asks for this
     */
    record Offer(String words, List<String> stems) {}

    static Capabilities of(CompanyProfile profile) {
        Map<Set<String>, Offer> offers = new LinkedHashMap<>();
        Stream.of(profile.services(), profile.keywords(), profile.sectors())
                .flatMap(List::stream)
                .forEach(words -> {
                    Set<String> stems = Stems.of(words);
                    if (!stems.isEmpty()) {
                        offers.putIfAbsent(stems, new Offer(words, List.copyOf(stems)));
                    }
                });
        return new Capabilities(
                profile,
                Set.copyOf(StatedSectors.of(profile)),
                List.copyOf(new ArrayList<>(offers.values())),
                profile.coverage().provinces().stream()
                        .map(Places::normal)
                        .filter(place -> !place.isEmpty())
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether the profile says nothing of what the company does. */
    boolean isSilent() {
        return offers.isEmpty() && sectors.isEmpty();
    }
}
