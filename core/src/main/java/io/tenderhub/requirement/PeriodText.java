package io.tenderhub.requirement;

import java.util.List;

/** The words around the number of a period; each method gives where they end, or -1. */
final class PeriodText {
    private static final int MOST_WORDS = 3;
    private static final int LONGEST_WORD = 20;
    private static final List<String> AFTER_UNIT = List.of("periods", "period", "contract", "framework", "duration");
    private static final List<String> NOT_A_TERM =
            List.of("validity", "valid", "warranty", "guarantee", "defects", "liability", "retention", "experience");
    private static final int BEFORE_TERM = 30;
    private static final int BEHIND_TERM = 25;

    private PeriodText() {}

    /** {@code month}, {@code months}, {@code year}, {@code years}. */
    static int endOfUnit(String text, int at) {
        int end = Signs.startsWith(text, at, "month") ? at + 5 : Signs.startsWith(text, at, "year") ? at + 4 : -1;
        return end > 0 && Signs.is(text, end, 's') ? end + 1 : end;
    }

    /** {@code contract} and the like behind a unit, which ends at {@code at}. */
    static int endOfPeriodWord(String text, int at) {
        int blank = at;
        if (Signs.isOneOf(text, at, "'’")) {
            blank = Signs.is(text, at + 1, 's') ? at + 2 : at + 1;
        }
        if (!Signs.isBlank(text, blank)) {
            return -1;
        }
        for (String words : AFTER_UNIT) {
            if (Signs.startsWith(text, blank + 1, words)) {
                return blank + 1 + words.length();
            }
        }
        return Signs.startsWith(text, blank + 1, "term") && !Signs.wordAt(text, blank + 5) ? blank + 5 : -1;
    }

    /** {@code -months} behind a number that ends at {@code at}, as a word of its own. */
    static int endOfTermUnit(String text, int at) {
        int end = at < 0 ? -1 : endOfUnit(text, behindSign(text, at));
        return end > 0 && Signs.wordAt(text, end) ? -1 : end;
    }

    /** A blank or {@code -}, if it is there. */
    static int behindSign(String text, int at) {
        return Signs.isBlank(text, at) || Signs.is(text, at, '-') ? at + 1 : at;
    }

    /** {@code + years} behind a number that ends at {@code at}. */
    static int endOfYears(String text, int at) {
        int year = at < 0 ? -1 : behindPlus(text, at);
        return Signs.startsWith(text, year, "year") ? endOfUnit(text, year) : -1;
    }

    /** A number with years behind it. */
    static int endOfNumberOfYears(String text, int at) {
        int end = at < 0 ? -1 : NumberText.endOfNumber(text, at);
        if (endOfYears(text, end) > 0) {
            return end;
        }
        int words = at < 0 ? -1 : NumberText.endOfWords(text, at);
        return endOfYears(text, words) > 0 ? words : -1;
    }

    static int endOfYearsOfExperienceBehind(String text, int at) {
        return at < 0 ? -1 : endOfYearsOfExperience(text, behindPlus(text, at));
    }

    /** A blank, a plus and a blank, each if it is there. */
    static int behindPlus(String text, int at) {
        int end = Signs.isBlank(text, at) ? at + 1 : at;
        end = Signs.is(text, end, '+') ? end + 1 : end;
        return Signs.isBlank(text, end) ? end + 1 : end;
    }

    /** {@code years' experience}, {@code years of relevant work experience}. */
    static int endOfYearsOfExperience(String text, int at) {
        if (!Signs.startsWith(text, at, "year")) {
            return -1;
        }
        int end = at + 4;
        for (String signs : List.of("sS", "'’", "sS", "'’")) {
            end += Signs.isOneOf(text, end, signs) ? 1 : 0;
        }
        if (!Signs.isBlank(text, end)) {
            return -1;
        }
        int behindOf = behind(text, end + 1, "of");
        int found = endOfExperience(text, behindOf, MOST_WORDS);
        return found < 0 && behindOf > end + 1 ? endOfExperience(text, end + 1, MOST_WORDS) : found;
    }

    /** As many words as there may be, and then "experience". */
    private static int endOfExperience(String text, int at, int words) {
        int next = words > 0 ? behindWord(text, at) : -1;
        int end = next < 0 ? -1 : endOfExperience(text, next, words - 1);
        return end < 0 && Signs.startsWith(text, at, "experience") ? at + 10 : end;
    }

    /** {@code experience in the field of at least 5 years}: where the number stands. */
    static int numberOfExperience(String text, int at) {
        int from = behind(text, at, "experience");
        if (from == at) {
            return -1;
        }
        int behindOf = behind(text, from, "of");
        int found = numberAtLeast(text, behindOf, MOST_WORDS);
        return found < 0 && behindOf > from ? numberAtLeast(text, from, MOST_WORDS) : found;
    }

    private static int numberAtLeast(String text, int at, int words) {
        int next = words > 0 ? behindWord(text, at) : -1;
        int found = next < 0 ? -1 : numberAtLeast(text, next, words - 1);
        if (found >= 0) {
            return found;
        }
        int number = behind(text, at, "at~least");
        if (number == at) {
            int minimum = behind(text, at, "minimum");
            number = behind(text, minimum, "of");
        }
        return number > at && endOfNumberOfYears(text, number) > 0 ? number : -1;
    }

    /** The words, in small letters, and a blank, if they are there; else {@code at}. */
    static int behind(String text, int at, String words) {
        int end = at + words.length();
        if (end >= text.length() || !Signs.isBlank(text.charAt(end))) {
            return at;
        }
        for (int i = 0; i < words.length(); i++) {
            char sign = words.charAt(i);
            if (sign == Phrase.ANY_BLANK ? !Signs.isBlank(text, at + i) : !Signs.is(text, at + i, sign)) {
                return at;
            }
        }
        return end + 1;
    }

    private static int behindWord(String text, int at) {
        int end = at;
        while (end < at + LONGEST_WORD && (Signs.isAsciiWord(text, end) || Signs.is(text, end, '-'))) {
            end++;
        }
        return end > at && Signs.isBlank(text, end) ? end + 1 : -1;
    }

    /** Whether words before a period or behind it say that it is none of the contract. */
    static boolean isOfAnother(String text, int start, int end) {
        for (int i = Math.max(0, start - BEFORE_TERM); i < start; i++) {
            if ("vwgdlre".indexOf(text.charAt(i) | 0x20) >= 0 && isOfAnother(text, i, start, NOT_A_TERM)) {
                return true;
            }
        }
        int last = Math.min(text.length(), end + BEHIND_TERM) - "experience".length();
        for (int i = end; i <= last; i++) {
            if ((text.charAt(i) | 0x20) == 'e' && text.regionMatches(true, i, "experience", 0, 10)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfAnother(String text, int at, int start, List<String> wordsOfOthers) {
        for (String words : wordsOfOthers) {
            int end = at + words.length();
            boolean whole = !words.equals("valid") || end == start || !Signs.wordAt(text, end);
            if (end <= start && whole && Signs.startsWith(text, at, words)) {
                return true;
            }
        }
        return false;
    }
}
