package io.tenderhub.readiness;

import java.text.Normalizer;
import java.util.List;
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

    private static final String PROVINCE = " province";
    /** Abbreviations mean no province in an address. */
    private static final int SHORT = 3;

    private static final int ASCII = 128;

    private static final List<Named> IN_ADDRESSES = inAddresses();

    private Places() {}

    /** Lower case without accents and marks; a South African province in its one spelling. */
    static String normal(String name) {
        String plain = isAscii(name) ? plainAscii(name) : plain(name);
        String bare = plain.endsWith(PROVINCE) ? plain.substring(0, plain.length() - PROVINCE.length()) : plain;
        return PROVINCES.getOrDefault(bare, bare);
    }

    /** The South African province that an address names by its full name; of several, the first of the alphabet. */
    static Optional<String> provinceIn(String address) {
        String padded = " " + normal(address) + " ";
        for (Named province : IN_ADDRESSES) {
            if (padded.contains(province.padded)) {
                return Optional.of(province.province);
            }
        }
        return Optional.empty();
    }

    private static List<Named> inAddresses() {
        return PROVINCES.entrySet().stream()
                .filter(entry -> entry.getKey().length() > SHORT)
                .sorted(Map.Entry.comparingByValue())
                .map(entry -> new Named(" " + entry.getKey() + " ", entry.getValue()))
                .toList();
    }

    private static boolean isAscii(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) >= ASCII) {
                return false;
            }
        }
        return true;
    }

    private static String plainAscii(String name) {
        StringBuilder plain = new StringBuilder(name.length());
        boolean between = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!Character.isLetterOrDigit(c)) {
                between = true;
                continue;
            }
            if (between && plain.length() > 0) {
                plain.append(' ');
            }
            between = false;
            plain.append(Character.toLowerCase(c));
        }
        return plain.toString();
    }

    private static String plain(String name) {
        return OTHERS.matcher(MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD))
                        .replaceAll(""))
                .replaceAll(" ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    private record Named(String padded, String province) {}
}
