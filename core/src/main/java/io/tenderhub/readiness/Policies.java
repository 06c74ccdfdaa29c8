package io.tenderhub.readiness;

import io.tenderhub.requirement.PreferenceSystem;
import io.tenderhub.tender.Tender;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The policies that come with the hub. */
public final class Policies {
    private static final String SOUTH_AFRICAN_OCIDS = "ocds-9t57fa";
    private static final String PORTAL_IDS = "etenders-";

    private final Policy standard;
    private final Policy southAfrica;

    private Policies() {
        PreferencePoints points = PreferencePoints.newest();
        List<Integer> points80 = points.bbbeePoints(PreferenceSystem.EIGHTY_TWENTY);
        List<Integer> points90 = points.bbbeePoints(PreferenceSystem.NINETY_TEN);
        Map<String, Integer> daysToMend =
                Map.of("CSD", 3, "TAX", 3, "COIDA", 7, "BBBEE", 2, "PSIRA", 21, "NHBRC", 21, "CIDB", 21);
        standard = new Policy(
                "standard",
                "1",
                List.of(
                        new WeightedCriterion(Criteria.SECTOR, 25),
                        new WeightedCriterion(Criteria.EXPERIENCE, 25),
                        new WeightedCriterion(Criteria.CERTIFICATION, 25),
                        new WeightedCriterion(Criteria.COVERAGE, 25)),
                Thresholds.USUAL,
                points80,
                points90,
                List.of(),
                daysToMend);
        southAfrica = new Policy(
                "south-africa",
                "1",
                List.of(
                        new WeightedCriterion(Criteria.SECTOR, 25),
                        new WeightedCriterion(Criteria.CIDB, 20),
                        new WeightedCriterion(Criteria.EXPERIENCE, 15),
                        new WeightedCriterion(Criteria.COVERAGE, 10),
                        new WeightedCriterion(Criteria.PREFERENCE, 10),
                        new WeightedCriterion(Criteria.COMPLIANCE, 10),
                        new WeightedCriterion(Criteria.TIME, 10)),
                Thresholds.USUAL,
                points80,
                points90,
                List.of("CSD", "TAX"),
                daysToMend);
    }

    /** {@code standard} and {@code south-africa}. */
    public static Policies builtIn() {
        return new Policies();
    }

    public Policy standard() {
        return standard;
    }

    public Policy southAfrica() {
        return southAfrica;
    }

    public Optional<Policy> find(String name) {
        return List.of(standard, southAfrica).stream()
                .filter(policy -> policy.name().equals(name))
                .findFirst();
    }

    public List<String> names() {
        List<String> names = new ArrayList<>();
        names.add(standard.name());
        names.add(southAfrica.name());
        return List.copyOf(names);
    }

    /** {@code south-africa} for tenders of South Africa, by their ocid, currency or language; else {@code standard}. */
    public PolicyChoice defaultChoice() {
        return tender -> isSouthAfrican(tender) ? southAfrica : standard;
    }

    private static boolean isSouthAfrican(Tender tender) {
        return tender.ocid().startsWith(SOUTH_AFRICAN_OCIDS)
                || tender.ocid().startsWith(PORTAL_IDS)
                || tender.value().isPresent() && tender.value().get().currency().equals("ZAR")
                || tender.language().isPresent()
                        && tender.language()
                                .get()
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '-')
                                .endsWith("-za");
    }
}
