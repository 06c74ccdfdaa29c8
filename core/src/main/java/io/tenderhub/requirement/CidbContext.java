package io.tenderhub.requirement;

import io.tenderhub.cidb.CidbClass;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Judges from the words around it whether something shaped like a grading is one. */
final class CidbContext {
    private static final int REACH = 12;
    private static final Set<String> GRADING = Set.of("cidb", "cibd", "grading", "gradings", "designation");
    private static final Set<String> GRADING_OR_SO =
            Set.of("grade", "grades", "contractor", "contractors", "tenderers", "construction");
    private static final Set<String> HIGHER = Set.of("higher", "above", "upward", "upwards", "better", "more");
    private static final Set<String> PLACES = Set.of(
            "section",
            "room",
            "unit",
            "block",
            "erf",
            "stand",
            "portion",
            "flat",
            "suite",
            "page",
            "clause",
            "annexure",
            "no",
            "plot",
            "lot",
            "house",
            "floor",
            "schedule",
            "paragraph",
            "shop",
            "article",
            "chapter",
            "passcode",
            "password",
            "box",
            "street",
            "figure",
            "appendix",
            "sheet");
    private static final Set<String> BYTES = Set.of(
            "ram",
            "memory",
            "data",
            "disk",
            "disc",
            "ssd",
            "hdd",
            "usb",
            "network",
            "backbone",
            "storage",
            "speed",
            "ddr",
            "flash",
            "internet",
            "bandwidth",
            "laptop",
            "laptops",
            "processor",
            "fibre",
            "mbps",
            "gbps",
            "ethernet",
            "wifi",
            "lte",
            "cloud",
            "backup",
            "computers",
            "computer",
            "desktop",
            "tablet",
            "tablets",
            "server",
            "cache",
            "hard",
            "drive",
            "router",
            "sim");
    private static final Set<String> SETS_OFF = Set.of(".", ":", ";", "-", "–", "—", "(");
    private static final Set<String> WORKS = Set.of(
            "repair",
            "repairs",
            "construction",
            "renovation",
            "renovations",
            "building",
            "refurbishment",
            "rehabilitation",
            "upgrading",
            "upgrade",
            "erection",
            "replacement",
            "maintenance",
            "roof",
            "works",
            "alterations",
            "additions");
    /** Codes that are also other things beside a bare number: cards, south-east, units, people. */
    private static final Set<CidbClass> NEVER_BARE =
            EnumSet.of(CidbClass.SC, CidbClass.SD, CidbClass.SE, CidbClass.SM, CidbClass.SB, CidbClass.SI);

    private final String text;
    private final List<CidbToken> tokens;

    /** The last answer about a number: in {@code 5CE5CE5CE} each one needs that of the one before. */
    private int lastNumber = -1;

    private boolean lastIsPart;

    CidbContext(String text, List<CidbToken> tokens) {
        this.text = text;
        this.tokens = tokens;
    }

    boolean admits(int from, int end, boolean several, CidbClass first) {
        boolean grading = near(GRADING, from - REACH, end + REACH);
        if (grading && !near(BYTES, end, end + 1)) {
            return !before(PLACES, from);
        }
        if (before(PLACES, from) || !upperCase(from, end) || first == CidbClass.GB && near(BYTES, from - 6, end + 5)) {
            return false;
        }
        if (isReference(end)) {
            return false;
        }
        if (before(Set.of("grade", "grades", "level", "category"), from)
                || afterOrHigher(end) > end
                || near(GRADING_OR_SO, from - 4, end + 4)) {
            return true;
        }
        boolean glued = tokens.get(from).end() == tokens.get(from + 1).start();
        return several || !NEVER_BARE.contains(first) && (glued || closesWorks(from, end));
    }

    /** {@code REPAIRS TO ROOF. 2 GB}: the last words of a text about works, set off by a sign. */
    private boolean closesWorks(int from, int end) {
        boolean last = end == tokens.size()
                || end == tokens.size() - 1 && tokens.get(end).is(".");
        return last
                && from > 0
                && SETS_OFF.contains(tokens.get(from - 1).lower())
                && tokens.stream().anyMatch(token -> WORKS.contains(token.lower()));
    }

    /** Whether {@code CIDB grading} or the like stands right before. */
    boolean followsCidbGrading(int at) {
        return near(Set.of("cidb", "cibd"), at - 4, at)
                && near(Set.of("grading", "gradings", "grade", "grades"), at - 3, at);
    }

    /** The index after "or higher", "and above", ") or higher"; {@code end} where that does not follow. */
    int afterOrHigher(int end) {
        int i = end;
        while (i < tokens.size()
                && i < end + 3
                && Set.of("(", ")", ",", "-").contains(tokens.get(i).lower())) {
            i++;
        }
        if (i + 1 < tokens.size()
                && Set.of("or", "and", "of", "/").contains(tokens.get(i).lower())) {
            int high = tokens.get(i + 1).is("a") ? i + 2 : i + 1;
            if (high < tokens.size() && HIGHER.contains(tokens.get(high).lower())) {
                return high + 1;
            }
        }
        return end;
    }

    boolean saysMinimum(int from) {
        return near(Set.of("minimum", "least"), from - 8, from) || near(Set.of("higher"), from - 7, from);
    }

    boolean saysGradeOrHigher(int from, int end) {
        return afterOrHigher(end) > end
                || near(GRADING, from - REACH, end + 3)
                || near(Set.of("grade", "grades"), from - 3, end);
    }

    /** Whether the number is the tail of another: {@code 1.5GB}, {@code 25/6 CE}, {@code A5CE}, {@code R5}. */
    boolean numberIsPartOfAnother(int at) {
        int first = at;
        while (first != lastNumber && first > 1 && isGluedToGrading(first)) {
            first -= 2;
        }
        lastIsPart = first == lastNumber ? lastIsPart : isPartOfAnother(first);
        lastNumber = at;
        return lastIsPart;
    }

    /** {@code 6CE5}: then what holds of the grade before holds of the number too. */
    private boolean isGluedToGrading(int at) {
        return tokens.get(at - 1).hasClasses()
                && tokens.get(at - 2).isGrade()
                && Character.isLetter(text.charAt(tokens.get(at).start() - 1));
    }

    private boolean isPartOfAnother(int at) {
        int start = tokens.get(at).start();
        if (start == 0) {
            return false;
        }
        char before = text.charAt(start - 1);
        if (Character.isLetter(before)) {
            return true;
        }
        boolean gluedBefore = start > 1 && Character.isLetterOrDigit(text.charAt(start - 2));
        if (before == '-' && gluedBefore) {
            return Character.isDigit(text.charAt(start - 2));
        }
        boolean joins =
                before == '.' || before == ',' || before == '/' || before == '%' || before == '=' || before == '_';
        return joins && gluedBefore && !(at > 1 && tokens.get(at - 2).hasClasses());
    }

    boolean isLongerNumber(int at) {
        int end = tokens.get(at).end();
        if (end + 1 >= text.length()) {
            return end < text.length() && Character.isLetterOrDigit(text.charAt(end));
        }
        char after = text.charAt(end);
        return Character.isLetterOrDigit(after)
                || (after == '/' || after == '.' || after == '-') && Character.isDigit(text.charAt(end + 1));
    }

    /** Whether no letter, digit or sign of an identifier is glued before the token. */
    boolean standsAlone(int at) {
        int start = tokens.get(at).start();
        return start == 0
                || !(Character.isLetterOrDigit(text.charAt(start - 1)) || "_=%/".indexOf(text.charAt(start - 1)) >= 0);
    }

    /** {@code 5CE-2025}, {@code 4SC/12}, {@code 3 ME(trics)}. */
    private boolean isReference(int end) {
        int at = tokens.get(end - 1).end();
        if (at + 1 >= text.length()) {
            return false;
        }
        char sign = text.charAt(at);
        char next = text.charAt(at + 1);
        return (sign == '/' || sign == '-' || sign == '_' || sign == '=') && Character.isLetterOrDigit(next)
                || sign == '(' && Character.isLowerCase(next)
                || Character.isLetterOrDigit(sign);
    }

    private boolean upperCase(int from, int end) {
        for (CidbToken token : tokens.subList(from, end)) {
            if (token.hasClasses() && !token.upperCase()) {
                return false;
            }
        }
        return true;
    }

    private boolean before(Set<String> words, int at) {
        int i = at - 1;
        while (i >= 0
                && i >= at - 2
                && Set.of(".", ":", "-", "(").contains(tokens.get(i).lower())) {
            i--;
        }
        return i >= 0 && words.contains(tokens.get(i).lower());
    }

    private boolean near(Set<String> words, int from, int to) {
        for (int i = Math.max(0, from); i < Math.min(to, tokens.size()); i++) {
            if (words.contains(tokens.get(i).lower())) {
                return true;
            }
        }
        return false;
    }
}
