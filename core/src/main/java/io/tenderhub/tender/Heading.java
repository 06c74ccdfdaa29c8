package io.tenderhub.tender;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Chooses what to show as a tender's name: many publishers write only a reference number as the title. */
public final class Heading {
    private static final int LONGEST = 300;
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

    private static final int ASCII = 128;

    private Heading() {}

    /**
     * Whether a title is only a reference number, such as {@code CPTC003/25}, {@code SCMU8 - 25/26 - 0082} or
     * {@code RFQ Number: 3745/25}: it has digits or words of procurement, and neither one long word nor two others that
     * would tell what is bought.
     */
    public static boolean isReference(String title) {
        boolean formal = false;
        for (int i = 0; i < title.length(); i++) {
            char c = title.charAt(i);
            if (c >= ASCII && Character.isIdeographic(title.codePointAt(i))) {
                return false;
            }
            formal |= Character.isDigit(c);
        }
        int telling = 0;
        HeadingWords words = new HeadingWords(title);
        while (telling < ENOUGH && words.next()) {
            String word = words.word();
            if (OF_PROCUREMENT.contains(word.toLowerCase(Locale.ROOT).replace('’', '\''))) {
                formal = true;
            } else {
                telling += weight(word);
            }
        }
        return formal && telling < ENOUGH;
    }

    private static int weight(String word) {
        if (word.length() >= (isInCapitals(word) ? LONG_WORD_IN_CAPITALS : LONG_WORD)) {
            return ENOUGH;
        }
        return word.length() >= SHORTEST_WORD ? 1 : 0;
    }

    private static boolean isInCapitals(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (!Character.isUpperCase(word.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** The title; the beginning of the description where the title is missing or only a reference number. */
    static Optional<String> of(Optional<String> title, Optional<String> description) {
        if (title.isPresent() && !isReference(title.get())) {
            return title;
        }
        return description.isPresent() ? Optional.of(beginning(description.get())) : title;
    }

    /** The first paragraph on one line, cut at a word where it is long. */
    private static String beginning(String text) {
        String line = firstParagraph(text.strip()).strip();
        if (line.length() <= LONGEST) {
            return line;
        }
        int cut = line.lastIndexOf(' ', LONGEST - 1);
        return line.substring(0, cut > 0 ? cut : LONGEST - 1) + "…";
    }

    /** What stands before the first empty line, each run of blanks as one; of a long one no more than shows that it is long. */
    private static String firstParagraph(String text) {
        int plain = lengthOfPlain(text);
        if (plain == text.length()) {
            return text;
        }
        StringBuilder line = new StringBuilder(Math.min(text.length(), LONGEST + 2)).append(text, 0, plain);
        boolean blank = false;
        boolean atLineEnd = false;
        for (int i = plain; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ' || c >= '\t' && c <= '\r') {
                if (c == '\n' && atLineEnd) {
                    break;
                }
                atLineEnd = c == '\n' || atLineEnd && (c == ' ' || c == '\t');
                blank = true;
                continue;
            }
            if (blank) {
                line.append(' ');
            }
            blank = false;
            atLineEnd = false;
            line.append(c);
            if (line.length() > LONGEST && !Character.isWhitespace(c)) {
                break;
            }
        }
        return line.toString();
    }

    /** How long a text goes on with single spaces between its words; no further than a heading can be long. */
    private static int lengthOfPlain(String text) {
        int most = Math.min(text.length(), LONGEST);
        for (int i = 0; i < most; i++) {
            char c = text.charAt(i);
            if (c <= ' ' && (c != ' ' || text.charAt(i + 1) <= ' ')) {
                return i;
            }
        }
        return most;
    }
}
