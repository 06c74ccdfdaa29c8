package io.tenderhub.readiness;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names of provinces and regions, brought to one form. */
final class Places {
    static final String WHOLE_COUNTRY = "national";

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^\\p{L}\\d]+");
    /** The provinces of South Africa by the ways they are written. */
    private static final Map<String, String> PROVINCES = Map.ofEntries(
            Map.entry("ec", "eastern cape"),
            Map.entry("eastern cape", "eastern cape"),
            Map.entry("fs", "free state"),
            Map.entry("free state", "free state"),
            Map.entry("gp", "gauteng"),
            Map.entry("gauteng", "gauteng"),
            Map.entry("kzn", "kwazulu natal"),
            Map.entry("kwazulu natal", "kwazulu natal"),
            Map.entry("kwa zulu natal", "kwazulu natal"),
            Map.entry("lp", "limpopo"),
            Map.entry("limpopo", "limpopo"),
            Map.entry("mp", "mpumalanga"),
            Map.entry("mpumalanga", "mpumalanga"),
            Map.entry("nc", "northern cape"),
            Map.entry("northern cape", "northern cape"),
            Map.entry("nw", "north west"),
            Map.entry("north west", "north west"),
            Map.entry("northwest", "north west"),
            Map.entry("wc", "western cape"),
            Map.entry("western cape", "western cape"));

    private Places() {}

    /** Lower case without accents and marks; a South African province in its one spelling. */
    static String normal(String name) {
        String plain = OTHERS.matcher(MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD))
                        .replaceAll(""))
                .replaceAll(" ")
                .strip()
                .toLowerCase(Locale.ROOT);
        String bare = plain.endsWith(" province") ? plain.substring(0, plain.length() - " province".length()) : plain;
        return PROVINCES.getOrDefault(bare, bare);
    }

    /** The South African province that an address names by its full name. */
    static Optional<String> provinceIn(String address) {
        String padded = " " + normal(address) + " ";
        return PROVINCES.entrySet().stream()
                .filter(entry -> entry.getKey().length() > 3 && padded.contains(" " + entry.getKey() + " "))
                .map(Map.Entry::getValue)
                .sorted()
                .findFirst();
    }
}
