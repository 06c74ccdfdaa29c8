package io.tenderhub.summary;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes a time of a tender with the digits it was published with, so that no reader meets a number he can't find there. */
final class PublishedTime {
    private static final Pattern ISO = Pattern.compile(
            "(\\d{4}-\\d\\d-\\d\\d)[T ](\\d\\d:\\d\\d)(:\\d\\d(?:\\.\\d{1,9})?)?(Z|[+-]\\d\\d:\\d\\d)?");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    /** South Africa's, for portal listings, which name no offset. */
    private static final ZoneOffset SOUTH_AFRICA = ZoneOffset.ofHours(2);

    private PublishedTime() {}

    static String of(Instant instant, String raw) {
        Matcher published = ISO.matcher(raw);
        while (published.find()) {
            String offset = published.group(4) == null ? "Z" : published.group(4);
            String seconds = published.group(3) == null ? ":00" : published.group(3);
            try {
                Instant read = OffsetDateTime.parse(published.group(1) + "T" + published.group(2) + seconds + offset)
                        .toInstant();
                if (read.equals(instant)) {
                    return withTime(published.group(1), published.group(2))
                            + (offset.equals("Z") || published.group(2).equals("00:00") ? "" : " " + offset);
                }
            } catch (DateTimeException notATime) {
                // Digits that only look like one; the next may be it.
            }
        }
        for (ZoneOffset offset : List.of(ZoneOffset.UTC, SOUTH_AFRICA)) {
            LocalDateTime local = LocalDateTime.ofInstant(instant, offset);
            if (hasNumbers(raw, local.getYear(), local.getMonthValue(), local.getDayOfMonth())) {
                boolean time = hasNumbers(raw, local.getHour(), local.getMinute());
                return withTime(DAY.format(local), time ? TIME.format(local) : "00:00");
            }
        }
        LocalDateTime utc = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        return withTime(DAY.format(utc), TIME.format(utc));
    }

    private static String withTime(String day, String time) {
        return time.equals("00:00") ? day : day + " " + time;
    }

    private static boolean hasNumbers(String raw, int... numbers) {
        for (int number : numbers) {
            if (!Pattern.compile("(?<!\\d)0?" + number + "(?!\\d)").matcher(raw).find()) {
                return false;
            }
        }
        return true;
    }
}
