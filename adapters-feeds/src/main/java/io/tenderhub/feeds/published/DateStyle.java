package io.tenderhub.feeds.published;

import io.tenderhub.tender.WarningCode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a publisher writes dates. What can't be read is absent, with a warning; nothing is thrown. */
public enum DateStyle {
    /** RFC 3339, and what comes near it. */
    ISO,
    /** As {@link #ISO}, but {@code Z} stands after local time, as at the South African publisher. */
    ISO_WITH_LOCAL_Z,
    /** {@code dd/MM/yyyy} or ISO, as in the South African portal's listings. */
    DAY_FIRST;

    private static final String TIME =
            "(?:[Tt]|\\s{1,3}|,\\s?)(\\d\\d):(\\d\\d)(?::(\\d\\d)(?:[.,](\\d{1,100}))?)?\\s?(?:([Zz])|([+-]\\d\\d):?(\\d\\d)?)?";
    private static final Pattern YEAR_FIRST_DATE = Pattern.compile("(\\d{4})-(\\d\\d)-(\\d\\d)(?:" + TIME + ")?");
    private static final Pattern DAY_FIRST_DATE = Pattern.compile("(\\d\\d?)/(\\d\\d?)/(\\d{4})(?:" + TIME + ")?");
    private static final int NANOSECOND_DIGITS = 9;

    /** The end of a day in South Africa, in UTC. */
    private static final LocalTime LAST_OF_THE_DAY = LocalTime.of(21, 59, 59);

    Optional<Instant> read(String published, String path, Warnings warnings) {
        return read(published, path, warnings, LocalTime.MIDNIGHT);
    }

    /** The same for the end of a period: a day without a time counts to its end, as bids can still be made on that day. */
    Optional<Instant> readLast(String published, String path, Warnings warnings) {
        return read(published, path, warnings, LAST_OF_THE_DAY);
    }

    private Optional<Instant> read(String published, String path, Warnings warnings, LocalTime unlessStated) {
        String text = published.strip();
        Instant usual = UsualDate.read(text);
        if (usual != null) {
            warnAboutLocalTime(text, path, warnings);
            return Optional.of(usual);
        }
        Matcher date = YEAR_FIRST_DATE.matcher(text);
        boolean yearFirst = date.matches();
        if (!yearFirst && this == DAY_FIRST) {
            date = DAY_FIRST_DATE.matcher(text);
        }
        if (!yearFirst && !date.matches()) {
            return unreadable(published, path, warnings);
        }
        int year = Integer.parseInt(date.group(yearFirst ? 1 : 3));
        if (year <= 1) {
            warnings.add(
                    WarningCode.PLACEHOLDER_DATE,
                    path,
                    Warnings.quote(text) + " stands for no date; treated as absent.");
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.of(
                    year, Integer.parseInt(date.group(2)), Integer.parseInt(date.group(yearFirst ? 3 : 1)));
            LocalDateTime moment = day.atTime(date.group(4) == null ? unlessStated : time(date));
            Instant instant = moment.toInstant(offset(date));
            warnAbout(date, unlessStated, path, warnings);
            return Optional.of(instant);
        } catch (DateTimeException notOnTheCalendar) {
            return unreadable(published, path, warnings);
        }
    }

    private void warnAbout(Matcher date, LocalTime unlessStated, String path, Warnings warnings) {
        String fraction = date.group(7);
        if (fraction != null && fraction.length() > NANOSECOND_DIGITS) {
            warnings.add(
                    WarningCode.FRACTION_TOO_LONG,
                    path,
                    Warnings.quote(date.group()) + " has " + fraction.length()
                            + " fraction digits; cut to nanoseconds.");
        }
        if (date.group(8) == null && date.group(9) == null) {
            String lacking = date.group(4) == null
                    ? "no time and no offset; read as "
                            + (unlessStated.equals(LAST_OF_THE_DAY)
                                    ? "the end of the day in South Africa."
                                    : "the start of the day in UTC.")
                    : "no offset; read as UTC.";
            warnings.add(WarningCode.DATE_WITHOUT_ZONE, path, Warnings.quote(date.group()) + " has " + lacking);
        } else if (date.group(8) != null) {
            warnAboutLocalTime(date.group(), path, warnings);
        }
    }

    private void warnAboutLocalTime(String markedUtc, String path, Warnings warnings) {
        if (this == ISO_WITH_LOCAL_Z) {
            warnings.add(
                    WarningCode.LOCAL_TIME_MARKED_UTC,
                    path,
                    Warnings.quote(markedUtc)
                            + " is marked UTC but is South African local time at this publisher; kept as published.");
        }
    }

    private static Optional<Instant> unreadable(String published, String path, Warnings warnings) {
        warnings.add(
                WarningCode.UNREADABLE_DATE,
                path,
                Warnings.quote(published) + " can't be read as a date; treated as absent.");
        return Optional.empty();
    }

    private static LocalTime time(Matcher date) {
        int seconds = date.group(6) == null ? 0 : Integer.parseInt(date.group(6));
        return LocalTime.of(
                Integer.parseInt(date.group(4)), Integer.parseInt(date.group(5)), seconds, nanos(date.group(7)));
    }

    private static int nanos(String fraction) {
        return fraction == null ? 0 : Integer.parseInt((fraction + "000000000").substring(0, NANOSECOND_DIGITS));
    }

    private static ZoneOffset offset(Matcher date) {
        if (date.group(9) == null) {
            return ZoneOffset.UTC;
        }
        return ZoneOffset.of(date.group(9) + ":" + (date.group(10) == null ? "00" : date.group(10)));
    }
}
