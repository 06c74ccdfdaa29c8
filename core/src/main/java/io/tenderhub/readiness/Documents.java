package io.tenderhub.readiness;

import io.tenderhub.company.CompanyProfile;
import io.tenderhub.requirement.Finding;
import io.tenderhub.requirement.Requirements;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Registrations and certificates.
 *
 * @param stated those the tender asks for
 * @param missingStated those of them that the company lacks
 * @param missingAlways those that the policy asks of every bidder, that the tender does not state, and that the
 *     company lacks
 */
record Documents(List<Finding<String>> stated, List<Finding<String>> missingStated, List<String> missingAlways) {
    private static final Set<String> ADMINISTRATIVE = Set.of("CSD", "TAX", "COIDA", "BBBEE");

    static Documents of(CompanyProfile profile, Policy policy, Requirements requirements) {
        List<Finding<String>> missing = new ArrayList<>();
        Set<String> stated = new LinkedHashSet<>();
        for (Finding<String> asked : requirements.registrations()) {
            if (stated.add(normal(asked.value())) && !has(profile, normal(asked.value()))) {
                missing.add(asked);
            }
        }
        List<String> always = policy.alwaysRequired().stream()
                .map(Documents::normal)
                .distinct()
                .filter(name -> !stated.contains(name) && !has(profile, name))
                .toList();
        return new Documents(requirements.registrations(), List.copyOf(missing), always);
    }

    /** Names of everything that is missing, each once. */
    List<String> missing() {
        List<String> names = new ArrayList<>();
        missingStated.forEach(asked -> names.add(normal(asked.value())));
        names.addAll(missingAlways);
        return names;
    }

    /** Those asked for that show a skill or a licence, not tidy papers. */
    List<Finding<String>> professional() {
        return stated.stream().filter(Documents::isProfessional).toList();
    }

    List<Finding<String>> missingProfessional() {
        return missingStated.stream().filter(Documents::isProfessional).toList();
    }

    static String names(List<Finding<String>> findings) {
        return Wording.list(
                findings.stream()
                        .map(finding -> words(normal(finding.value())))
                        .distinct()
                        .toList(),
                "and");
    }

    /** A document as a person would say it. */
    static String words(String name) {
        return switch (name) {
            case "CSD" -> "registration on the Central Supplier Database";
            case "TAX" -> "tax compliance";
            case "COIDA" -> "a COIDA letter of good standing";
            case "BBBEE" -> "a B-BBEE certificate or affidavit";
            default -> "registration with " + name;
        };
    }

    private static boolean has(CompanyProfile profile, String name) {
        return switch (name) {
            case "CSD" -> profile.csdRegistered();
            case "TAX" -> profile.taxCompliant();
            case "COIDA" -> profile.coidaLetter();
            case "BBBEE" -> profile.bbbeeLevel().isPresent();
            case "CIDB" -> !profile.cidb().isEmpty() || listed(profile, name);
            default -> listed(profile, name);
        };
    }

    private static boolean listed(CompanyProfile profile, String name) {
        return profile.registrations().stream().anyMatch(held -> normal(held).equals(name));
    }

    private static boolean isProfessional(Finding<String> finding) {
        return !ADMINISTRATIVE.contains(normal(finding.value()));
    }

    private static String normal(String name) {
        return name.strip().toUpperCase(Locale.ROOT);
    }
}
