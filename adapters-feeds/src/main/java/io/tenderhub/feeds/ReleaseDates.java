package io.tenderhub.feeds;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the date of a release as an instant, so that releases of different offsets and precisions come in the right order. */
final class ReleaseDates {
    private static final int NANOSECOND_DIGITS = 9;
    private static final Pattern DATE_TIME =
            Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)(?:[Tt ](\\d\\d:\\d\\d)(:\\d\\d)?(?:[.,](\\d+))?"
                    + "\\s?(?:([Zz])|([+-]\\d\\d):?(\\d\\d)?)?)?");

    private ReleaseDates() {}

    /** A date without offset is taken as UTC, one without time as the start of its day; digits beyond nanoseconds are cut. */
    static Optional<Instant> read(String published) {
        Matcher date = DATE_TIME.matcher(published.strip());
        if (!date.matches()) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.parse(date.group(1));
            if (date.group(2) == null) {
                return Optional.of(day.atStartOfDay(ZoneOffset.UTC).toInstant());
            }
            String seconds = date.group(3) == null ? ":00" : date.group(3);
            LocalDateTime time = LocalDateTime.parse(day + "T" + date.group(2) + seconds + fraction(date.group(4)));
            return Optional.of(OffsetDateTime.of(time, offset(date)).toInstant());
        } catch (DateTimeException notOnTheCalendar) {
            return Optional.empty();
        }
    }

    private static String fraction(String digits) {
        if (digits == null) {
            return "";
        }
        return "." + (digits.length() > NANOSECOND_DIGITS ? digits.substring(0, NANOSECOND_DIGITS) : digits);
    }

    private static ZoneOffset offset(Matcher date) {
        if (date.group(6) == null) {
            return ZoneOffset.UTC;
        }
        return ZoneOffset.of(date.group(6) + ":" + (date.group(7) == null ? "00" : date.group(7)));
    }
}
