package io.tenderhub.company;

import io.tenderhub.cidb.CidbGrading;
import io.tenderhub.tender.Contact;
import io.tenderhub.tender.Money;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What differs between two profiles, in texts for people. */
record ProfileChanges(Map<String, String> before, Map<String, String> after) {

    static ProfileChanges between(Optional<CompanyProfile> known, CompanyProfile changed) {
        Map<String, String> before = known.map(ProfileChanges::texts).orElse(Map.of());
        Map<String, String> after = texts(changed);
        return new ProfileChanges(without(before, after), without(after, before));
    }

    private static Map<String, String> without(Map<String, String> texts, Map<String, String> others) {
        Map<String, String> left = new TreeMap<>(texts);
        left.entrySet().removeAll(others.entrySet());
        return left;
    }

    /** Fields that say nothing are left out. */
    private static Map<String, String> texts(CompanyProfile profile) {
        Map<String, String> texts = new TreeMap<>();
        texts.put("name", profile.name());
        put(texts, "sectors", joined(profile.sectors()));
        put(texts, "services", joined(profile.services()));
        put(texts, "keywords", joined(profile.keywords()));
        put(texts, "cidb", profile.cidb().stream().map(ProfileChanges::grading).collect(Collectors.joining(", ")));
        put(texts, "bbbeeLevel", text(profile.bbbeeLevel()));
        put(texts, "enterpriseSize", text(profile.enterpriseSize()));
        texts.put("csdRegistered", Boolean.toString(profile.csdRegistered()));
        texts.put("taxCompliant", Boolean.toString(profile.taxCompliant()));
        texts.put("coidaLetter", Boolean.toString(profile.coidaLetter()));
        put(texts, "registrations", joined(profile.registrations()));
        put(
                texts,
                "provinces",
                profile.coverage().national()
                        ? "all"
                        : joined(profile.coverage().provinces()));
        put(texts, "yearsOfExperience", text(profile.yearsOfExperience()));
        put(texts, "largestContract", money(profile.largestContract()));
        put(texts, "annualTurnover", money(profile.annualTurnover()));
        put(texts, "staff", text(profile.staff()));
        put(texts, "contact", profile.contact().map(ProfileChanges::contact).orElse(""));
        return texts;
    }

    private static void put(Map<String, String> texts, String field, String text) {
        if (!text.isEmpty()) {
            texts.put(field, text);
        }
    }

    private static String joined(Collection<String> texts) {
        return texts.stream().sorted().collect(Collectors.joining(", "));
    }

    private static String text(Optional<?> value) {
        return value.map(Object::toString).orElse("");
    }

    private static String money(Optional<Money> money) {
        return money.map(known -> known.currency() + " " + known.amount().toPlainString())
                .orElse("");
    }

    private static String grading(CidbGrading grading) {
        return grading.grade() + (grading.potentiallyEmerging() ? " PE" : "");
    }

    private static String contact(Contact contact) {
        return Stream.of(contact.name(), contact.email(), contact.telephone())
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }
}
