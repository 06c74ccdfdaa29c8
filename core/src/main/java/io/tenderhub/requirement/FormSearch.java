package io.tenderhub.requirement;

import java.util.ArrayList;
import java.util.List;

/** Finds standard bidding documents: {@code SBD 4}, {@code MBD6.1}, {@code SBD 1, 3.3 and 4}. */
final class FormSearch {
    private List<Finding<String>> found = List.of();

    /** Codes without a blank, such as {@code SBD6.1}, in order of first mention. */
    List<Finding<String>> found() {
        return found;
    }

    /** Looks at a place where {@code SBD} or {@code MBD} stands. */
    void at(Passage passage, int start) {
        String text = passage.text();
        int number = start + 3;
        number += Signs.is(text, number, 's') ? 1 : 0;
        number += Signs.isBlank(text, number) ? 1 : 0;
        number += Signs.is(text, number, '-') ? 1 : 0;
        number += Signs.isBlank(text, number) ? 1 : 0;
        int end = numberEnd(text, number);
        String kind = Signs.is(text, start, 's') ? "SBD" : "MBD";
        int further = number;
        while (end > 0) {
            add(kind + text.substring(further, end), passage, start, end);
            further = further(text, end);
            end = further < 0 ? -1 : furtherEnd(text, further);
        }
    }

    private void add(String code, Passage passage, int start, int end) {
        for (Finding<String> old : found) {
            if (old.value().equals(code)) {
                return;
            }
        }
        if (found.isEmpty()) {
            found = new ArrayList<>();
        }
        found.add(new Finding<>(code, passage.evidence(start, end)));
    }

    /** The end of {@code 4}, {@code 12} or {@code 6.1}, or -1; not of the beginning of a longer number. */
    private static int numberEnd(String text, int at) {
        if (!Signs.isDigit(text, at)) {
            return -1;
        }
        if (Signs.is(text, at, '1') && Signs.isDigit(text, at + 1)) {
            int end = withPart(text, at + 2);
            if (end > 0) {
                return end;
            }
        }
        return withPart(text, at + 1);
    }

    private static int withPart(String text, int end) {
        boolean part = Signs.is(text, end, '.') && Signs.isDigit(text, end + 1) && !Signs.is(text, end + 1, '0');
        if (part && endsNumber(text, end + 2)) {
            return end + 2;
        }
        return endsNumber(text, end) ? end : -1;
    }

    private static boolean endsNumber(String text, int end) {
        return !Signs.isDigit(text, end) && !(Signs.is(text, end, '.') && Signs.isDigit(text, end + 1));
    }

    /** Where the number stands that a sign or "and" joins to the one before {@code at}, or -1. */
    private static int further(String text, int at) {
        int i = Signs.isBlank(text, at) ? at + 1 : at;
        if (Signs.isOneOf(text, i, ",&/;+")) {
            i++;
        } else if (Signs.startsWith(text, i, "and")) {
            i += 3;
        } else {
            return -1;
        }
        i += Signs.isBlank(text, i) ? 1 : 0;
        return Signs.startsWith(text, i, "and") && Signs.isBlank(text, i + 3) ? i + 4 : i;
    }

    /** The end of a number of a form that there is, and that counts nothing: not {@code 5 copies}, {@code 5 %}. */
    private static int furtherEnd(String text, int at) {
        int end;
        if (Signs.isOneOf(text, at, "367")) {
            String parts = Signs.is(text, at, '6') ? "12" : "123";
            end = Signs.is(text, at + 1, '.') && Signs.isOneOf(text, at + 2, parts) ? at + 3 : -1;
        } else {
            end = Signs.isOneOf(text, at, "124589") ? at + 1 : -1;
        }
        if (end < 0 || !endsNumber(text, end)) {
            return -1;
        }
        int next = Signs.isBlank(text, end) ? end + 1 : end;
        return Signs.is(text, next, '%') || isPlural(text, next) ? -1 : end;
    }

    private static boolean isPlural(String text, int at) {
        int end = at;
        while (Signs.isAsciiLetter(text, end)) {
            end++;
        }
        return end - at >= 3 && Signs.is(text, end - 1, 's') && !Signs.wordAt(text, end);
    }
}
