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
 * @param size what its contracts and its turnover come to, as the end of a sentence on what a tender is worth
 */
record Capabilities(CompanyProfile profile, Set<Sector> sectors, List<Offer> offers, Set<String> places, String size) {

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
                        .collect(Collectors.toUnmodifiableSet()),
                size(profile));
    }

    private static String size(CompanyProfile profile) {
        List<String> figures = new ArrayList<>();
        profile.largestContract()
                .ifPresent(contract -> figures.add("the largest contract was " + Wording.amount(contract)));
        profile.annualTurnover()
                .ifPresent(turnover -> figures.add("the yearly turnover is " + Wording.amount(turnover)));
        return figures.isEmpty()
                ? ", and the profile names no contract or turnover to compare"
                : ", and " + Wording.list(figures, "and");
    }

    /** Whether the profile says nothing of what the company does. */
    boolean isSilent() {
        return offers.isEmpty() && sectors.isEmpty();
    }
}
