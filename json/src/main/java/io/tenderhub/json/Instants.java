package io.tenderhub.json;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Instants as they are written, the usual ones without the formatter. */
final class Instants {
    private static final int LAST_YEAR = 9999;

    private Instants() {}

    /** {@link Instant#toString}. */
    static String text(Instant instant) {
        if (instant.getNano() != 0) {
            return instant.toString();
        }
        LocalDateTime time = LocalDateTime.ofEpochSecond(instant.getEpochSecond(), 0, ZoneOffset.UTC);
        if (time.getYear() < 0 || time.getYear() > LAST_YEAR) {
            return instant.toString();
        }
        StringBuilder text = new StringBuilder("0000-00-00T00:00:00Z");
        number(text, 3, time.getYear());
        number(text, 6, time.getMonthValue());
        number(text, 9, time.getDayOfMonth());
        number(text, 12, time.getHour());
        number(text, 15, time.getMinute());
        number(text, 18, time.getSecond());
        return text.toString();
    }

    /** Digits of a number, the last one at a place. */
    private static void number(StringBuilder text, int last, int number) {
        int place = last;
        for (int left = number; left > 0; left /= 10) {
            text.setCharAt(place--, (char) ('0' + left % 10));
        }
    }
}
