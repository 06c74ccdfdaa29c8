package io.tenderhub.feeds.published;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Amounts written as text: {@code R 1,250,000.00}, {@code 1 250 000,00}, {@code 1.250.000,00 ZAR}. The last of two kinds of
 * separator is the decimal one. A single comma before exactly three digits separates thousands, a single point is decimal,
 * as in JSON. Anything else is unreadable.
 */
final class AmountText {
    private static final Pattern PLAIN = Pattern.compile("[+-]?\\d{1,40}(?:\\.\\d{1,20})?(?:[eE][+-]?\\d{1,2})?");
    private static final Pattern AMOUNT =
            Pattern.compile("(-?)(?:[A-Za-z]{1,3}|\\p{Sc})?(-?)([\\d.,]{1,60}?)(?:[A-Za-z]{3}|\\p{Sc})?");
    private static final Pattern BLANK = Pattern.compile("[\\s\\u00a0\\u202f\\u2009']+");
    private static final Pattern GROUPS_OF_COMMAS = Pattern.compile("\\d{1,3}(?:,\\d{3})+");
    private static final Pattern GROUPS_OF_POINTS = Pattern.compile("\\d{1,3}(?:\\.\\d{3})+");

    private AmountText() {}

    static Optional<BigDecimal> read(String published) {
        String text = BLANK.matcher(published).replaceAll("");
        if (PLAIN.matcher(text).matches()) {
            return Optional.of(new BigDecimal(text));
        }
        Matcher amount = AMOUNT.matcher(text);
        if (!amount.matches()) {
            return Optional.empty();
        }
        boolean negative = !amount.group(1).isEmpty() || !amount.group(2).isEmpty();
        return withPoint(amount.group(3))
                .filter(digits -> PLAIN.matcher(digits).matches())
                .map(BigDecimal::new)
                .map(value -> negative ? value.negate() : value);
    }

    private static Optional<String> withPoint(String digits) {
        int comma = digits.lastIndexOf(',');
        int point = digits.lastIndexOf('.');
        if (comma >= 0 && point >= 0) {
            int decimal = Math.max(comma, point);
            String whole = digits.substring(0, decimal);
            Pattern groups = decimal == point ? GROUPS_OF_COMMAS : GROUPS_OF_POINTS;
            return groups.matcher(whole).matches()
                    ? Optional.of(whole.replaceAll("[.,]", "") + "." + digits.substring(decimal + 1))
                    : Optional.empty();
        }
        if (GROUPS_OF_COMMAS.matcher(digits).matches()) {
            return Optional.of(digits.replace(",", ""));
        }
        if (point >= 0 && point != digits.indexOf('.')) {
            return GROUPS_OF_POINTS.matcher(digits).matches() ? Optional.of(digits.replace(".", "")) : Optional.empty();
        }
        return Optional.of(digits.replace(',', '.'));
    }
}
