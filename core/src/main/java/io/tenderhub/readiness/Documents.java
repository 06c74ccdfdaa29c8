package io.tenderhub.readiness;

import io.tenderhub.company.CompanyProfile;
import io.tenderhub.requirement.Finding;
import io.tenderhub.requirement.Requirements;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Registrations and certificates.
 *
 * @param number another one for each; below 0 for what is not kept
 * @param stated those the tender asks for, in its order
 * @param missingStated those of them that the company lacks, each once
 * @param missingAlways those that the policy asks of every bidder, that the tender does not state, and that the
 *     company lacks
 * @param advice what to do first, where something is missing
 */
record Documents(
        long number,
        List<String> stated,
        List<String> missingStated,
        List<String> missingAlways,
        Optional<Advice> advice) {
    private static final Set<String> ADMINISTRATIVE = Set.of("CSD", "TAX", "COIDA", "BBBEE");

    static Documents of(long number, CompanyProfile profile, Policy policy, Requirements requirements) {
        List<String> stated = new ArrayList<>();
        Set<String> missing = new LinkedHashSet<>();
        for (Finding<String> asked : requirements.registrations()) {
            String name = normal(asked.value());
            stated.add(name);
            if (!has(profile, name)) {
                missing.add(name);
            }
        }
        List<String> always = policy.alwaysRequired().stream()
                .map(Documents::normal)
                .distinct()
                .filter(name -> !stated.contains(name) && !has(profile, name))
                .toList();
        List<String> all = new ArrayList<>(missing);
        all.addAll(always);
        return new Documents(number, List.copyOf(stated), List.copyOf(missing), always, Advice.toGet(all));
    }

    /** Names of everything that is missing, each once. */
    List<String> missing() {
        List<String> names = new ArrayList<>(missingStated);
        names.addAll(missingAlways);
        return names;
    }

    /** Those asked for that show a skill or a licence, not tidy papers. */
    List<String> professional() {
        return stated.stream().filter(Documents::isProfessional).toList();
    }

    List<String> missingProfessional() {
        return missingStated.stream().filter(Documents::isProfessional).toList();
    }

    /** Where a name stands among those that the tender asks for. */
    int place(String name) {
        return stated.indexOf(name);
    }

    static String names(List<String> documents) {
        return Wording.list(documents.stream().map(Documents::words).distinct().toList(), "and");
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

    static boolean isProfessional(String name) {
        return !ADMINISTRATIVE.contains(name);
    }

    private static String normal(String name) {
        return name.strip().toUpperCase(Locale.ROOT);
    }
}
