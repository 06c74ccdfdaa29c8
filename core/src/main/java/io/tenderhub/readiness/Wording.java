package io.tenderhub.readiness;

import io.tenderhub.tender.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;

/** How numbers, dates and lists stand in sentences; and whether words of a tender are a condition. */
final class Wording {
    private static final Pattern CONDITION = Pattern.compile(
            "\\b(must|shall|only|mandatory|compulsory|minimum|at least|required|requirement|disqualif\\w*"
                    + "|pre-?qualif\\w*|eligib\\w*|will not be considered|non-?responsive|restricted)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final int MOST_DIGITS = 30;

    private static final int LONGEST_QUOTE = 120;

    private static final int GROUP = 3;

    private Wording() {}

    /** {@code R12,500,000}, {@code GBP 40,000}; whole units. */
    static String amount(Money money) {
        return (money.currency().equals("ZAR") ? "R" : money.currency() + " ") + grouped(money.amount());
    }

    static String grouped(BigDecimal amount) {
        if (Math.abs((long) amount.scale()) > MOST_DIGITS) {
            // Absurd exponents are not written out.
            return amount.toString();
        }
        String digits = amount.setScale(0, RoundingMode.HALF_UP).toBigInteger().toString();
        StringBuilder grouped = new StringBuilder(digits.length() * 4 / 3 + 1);
        int sign = amount.signum() < 0 && digits.charAt(0) == '-' ? 1 : 0;
        for (int i = 0; i < digits.length(); i++) {
            if (i > sign && (digits.length() - i) % GROUP == 0) {
                grouped.append(',');
            }
            grouped.append(digits.charAt(i));
        }
        return grouped.toString();
    }

    /** {@code 2026-02-20}, in UTC like every instant. */
    static String date(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC).toString();
    }

    /** A publisher's words on one line, not longer than fits into a sentence. */
    static String cut(String words) {
        String line = onOneLine(words).strip();
        return line.length() <= LONGEST_QUOTE
                ? line
                : line.substring(0, LONGEST_QUOTE - 1).strip() + "…";
    }

    /** Each run of blanks and line breaks becomes one blank. */
    private static String onOneLine(String words) {
        StringBuilder line = new StringBuilder(words.length());
        boolean blank = false;
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c == ' ' || c >= '\t' && c <= '\r') {
                blank = true;
            } else {
                if (blank) {
                    line.append(' ');
                    blank = false;
                }
                line.append(c);
            }
        }
        return blank ? line.append(' ').toString() : line.toString();
    }

    static String count(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    /** {@code a, b and c}. */
    static String list(List<String> words, String last) {
        if (words.size() < 2) {
            return String.join("", words);
        }
        return String.join(", ", words.subList(0, words.size() - 1)) + " " + last + " " + words.get(words.size() - 1);
    }

    /** Whether the words make something a condition rather than an advantage. */
    static boolean isCondition(String words) {
        return CONDITION.matcher(words).find();
    }
}
