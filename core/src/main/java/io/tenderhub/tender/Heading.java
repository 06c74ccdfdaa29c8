package io.tenderhub.tender;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Chooses what to show as a tender's name: many publishers write only a reference number as the title. */
public final class Heading {
    private static final int LONGEST = 300;
    /** Words that are not glued to digits, slashes or the like, as the parts of a reference number are. */
    private static final Pattern WORD =
            Pattern.compile("(?<![\\p{L}\\d/_.-])\\p{L}{3,}(?:['’]\\p{L})?(?![\\p{L}\\d/_-])");
    /** Words that say what kind of paper it is, not what is bought. */
    private static final Set<String> OF_PROCUREMENT = Set.of(
            "rfq",
            "rfp",
            "rfb",
            "rfi",
            "rft",
            "eoi",
            "itt",
            "scm",
            "cidb",
            "bid",
            "bids",
            "bidder",
            "bidders",
            "bidder's",
            "tender",
            "tenders",
            "quotation",
            "quotations",
            "proposal",
            "proposals",
            "request",
            "number",
            "case",
            "formal",
            "contract",
            "notice",
            "notices",
            "award",
            "awards",
            "advert",
            "advertised",
            "advertise",
            "advertisement",
            "addendum",
            "erratum",
            "regret",
            "letter",
            "cancel",
            "cancelled",
            "cancellation",
            "reissue",
            "issue",
            "update",
            "validity",
            "extension",
            "extend",
            "period",
            "publication",
            "names",
            "name",
            "list",
            "register",
            "received",
            "closing",
            "the",
            "for",
            "and");

    private static final int ENOUGH = 2;
    private static final int SHORTEST_WORD = 4;
    private static final int LONG_WORD = 6;
    /** Abbreviations are in capitals and seldom longer than this. */
    private static final int LONG_WORD_IN_CAPITALS = 9;

    private static final Pattern EMPTY_LINE = Pattern.compile("\\n[ \\t]*+\\n");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private Heading() {}

    /**
     * Whether a title is only a reference number, such as {@code CPTC003/25}, {@code SCMU8 - 25/26 - 0082} or
     * {@code RFQ Number: 3745/25}: it has digits or words of procurement, and neither one long word nor two others that
     * would tell what is bought.
     */
    public static boolean isReference(String title) {
        if (title.codePoints().anyMatch(Character::isIdeographic)) {
            return false;
        }
        boolean formal = title.chars().anyMatch(Character::isDigit);
        int telling = 0;
        Matcher words = WORD.matcher(title);
        while (words.find() && telling < ENOUGH) {
            String word = words.group();
            if (OF_PROCUREMENT.contains(word.toLowerCase(Locale.ROOT).replace('’', '\''))) {
                formal = true;
            } else {
                telling += weight(word);
            }
        }
        return formal && telling < ENOUGH;
    }

    private static int weight(String word) {
        boolean capitals = word.chars().allMatch(Character::isUpperCase);
        if (word.length() >= (capitals ? LONG_WORD_IN_CAPITALS : LONG_WORD)) {
            return ENOUGH;
        }
        return word.length() >= SHORTEST_WORD ? 1 : 0;
    }

    /** The title; the beginning of the description where the title is missing or only a reference number. */
    static Optional<String> of(Optional<String> title, Optional<String> description) {
        Optional<String> telling = title.filter(text -> !isReference(text));
        return telling.or(() -> description.map(Heading::beginning)).or(() -> title);
    }

    /** The first paragraph on one line, cut at a word where it is long. */
    private static String beginning(String text) {
        String paragraph = EMPTY_LINE.split(text.strip(), 2)[0];
        String line = BLANKS.matcher(paragraph).replaceAll(" ").strip();
        if (line.length() <= LONGEST) {
            return line;
        }
        int cut = line.lastIndexOf(' ', LONGEST - 1);
        return line.substring(0, cut > 0 ? cut : LONGEST - 1) + "…";
    }
}
