package io.tenderhub.duplicate;

import io.tenderhub.tender.Tender;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words by which a tender is known again when it is advertised another time. */
final class TellingWords {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\d]+");
    private static final Pattern NUMBER = Pattern.compile(".*\\d.*");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    /** What a further advertisement says besides. */
    private static final Set<String> OF_THE_ADVERTISEMENT = Set.of(
            "re",
            "advert",
            "advertise",
            "advertised",
            "advertisement",
            "advertising",
            "readvert",
            "readvertise",
            "readvertised",
            "readvertisement",
            "retender",
            "retendered",
            "reissue",
            "reissued",
            "extension",
            "extended",
            "erratum",
            "addendum",
            "second",
            "again",
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");

    private TellingWords() {}

    static List<String> of(Tender tender) {
        String heading = tender.heading();
        Optional<String> description =
                tender.description().filter(text -> !text.strip().equals(heading.strip()));
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(folded(heading + "\n" + description.orElse("")));
        while (word.find()) {
            String found = word.group();
            if (!NUMBER.matcher(found).matches() && !OF_THE_ADVERTISEMENT.contains(found)) {
                words.add(found);
            }
        }
        return words;
    }

    static String folded(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .strip();
    }
}
