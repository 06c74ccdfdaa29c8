package io.tenderhub.requirement;

import java.util.Set;

/**
 * Says at a glance whether a class of works could belong to a grading, since "so" and "me" are words too. A look at the
 * few tokens beside it, without making any; what it lets pass is read with care by {@link CidbFinder}.
 */
final class CidbHint {
    private static final int MOST_BETWEEN = 4;
    private static final int LONGEST_BETWEEN = 11;
    private static final Set<String> BETWEEN =
            Set.of("grade", "level", "grading", "designation", "category", "of", "cidb");

    private CidbHint() {}

    /** Whether a word at {@code start} names classes and has a grade before or behind it. */
    static boolean isGraded(String text, int start) {
        int end = wordEnd(text, start);
        return namesClasses(text, start, end) && (isAfterGrade(text, start) || isBeforeGrade(text, end));
    }

    /** Whether the word at {@code start} names classes and nothing else. */
    static boolean namesClasses(String text, int start) {
        return namesClasses(text, start, wordEnd(text, start));
    }

    private static boolean namesClasses(String text, int start, int end) {
        return CidbCodes.classesIn(text, start, end) > 0 && (start == 0 || !Character.isLetter(text.charAt(start - 1)));
    }

    /** {@code 5}, {@code five} or {@code five (5)}, and perhaps a sign. */
    private static boolean isAfterGrade(String text, int start) {
        int last = lastBefore(text, start);
        if (Signs.isOneOf(text, last, "(-")) {
            last = lastBefore(text, last);
        }
        if (Signs.isDigit(text, last)) {
            int first = last;
            while (Signs.isDigit(text, first - 1) && first > last - 2) {
                first--;
            }
            return CidbToken.gradeOf(text, first, last + 1) > 0;
        }
        if (last < 0 || !Character.isLetter(text.charAt(last))) {
            return Signs.is(text, last, ')');
        }
        int first = last;
        while (first > 0 && first > last - LONGEST_BETWEEN && Character.isLetter(text.charAt(first - 1))) {
            first--;
        }
        return CidbToken.numberWord(text, first, last + 1) > 0;
    }

    /** {@code CE 6}, {@code ME LEVEL 4}, {@code CE, grade five}. */
    private static boolean isBeforeGrade(String text, int end) {
        int at = end;
        for (int between = 0; between <= MOST_BETWEEN; between++) {
            while (at < text.length() && CidbToken.isSpace(text.charAt(at))) {
                at++;
            }
            if (Signs.isDigit(text, at)) {
                return true;
            }
            if (Signs.isOneOf(text, at, ",-:")) {
                at++;
            } else {
                int word = wordEnd(text, at);
                if (CidbToken.numberWord(text, at, word) > 0) {
                    return true;
                }
                if (!isBetween(text, at, word)) {
                    return false;
                }
                at = word;
            }
        }
        return false;
    }

    private static boolean isBetween(String text, int start, int end) {
        for (String word : BETWEEN) {
            if (word.length() == end - start && Signs.startsWith(text, start, word)) {
                return true;
            }
        }
        return false;
    }

    private static int lastBefore(String text, int at) {
        int last = at - 1;
        while (last >= 0 && CidbToken.isSpace(text.charAt(last))) {
            last--;
        }
        return last;
    }

    /** The end of the letters from {@code at} on, of a long word only somewhere in it. */
    private static int wordEnd(String text, int at) {
        int end = at;
        while (end < text.length() && end <= at + 24 && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return end;
    }
}
