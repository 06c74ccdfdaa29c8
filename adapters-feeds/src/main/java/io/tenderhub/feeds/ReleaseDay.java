package io.tenderhub.feeds;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Reads the date of a release from bytes; the usual way of writing it without making a text of it. One for each thread. */
final class ReleaseDay {
    private static final int DAY = 10;
    private static final int TIME = 20;

    private byte[] bytes = new byte[0];
    private int from;
    private long epochSecond;
    private int nano;

    /** False if it can't be read, or is not ASCII. */
    boolean read(byte[] text, int textFrom, int textTo) {
        bytes = text;
        from = textFrom;
        return usual(textTo - textFrom) || other(textTo);
    }

    long epochSecond() {
        return epochSecond;
    }

    int nano() {
        return nano;
    }

    /** {@code 2025-10-13T08:57:47Z}, up to the day of the month that each month has, or the day alone. */
    private boolean usual(int length) {
        boolean time = length == TIME;
        if (!time && length != DAY || bytes[from + 4] != '-' || bytes[from + 7] != '-') {
            return false;
        }
        int year = number(0, 4);
        int month = number(5, 2);
        int day = number(8, 2);
        if (year < 0 || month < 1 || month > 12 || day < 1 || day > 28) {
            return false;
        }
        long seconds = LocalDate.of(year, month, day).toEpochDay() * 86_400;
        if (time) {
            int hour = number(11, 2);
            int minute = number(14, 2);
            int second = number(17, 2);
            boolean marks = bytes[from + 10] == 'T'
                    && bytes[from + 13] == ':'
                    && bytes[from + 16] == ':'
                    && bytes[from + 19] == 'Z';
            if (!marks || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
                return false;
            }
            seconds += hour * 3_600L + minute * 60L + second;
        }
        epochSecond = seconds;
        nano = 0;
        return true;
    }

    private int number(int at, int digits) {
        int number = 0;
        for (int i = from + at; i < from + at + digits; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private boolean other(int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] < 0) {
                return false;
            }
        }
        String text = new String(bytes, from, to - from, StandardCharsets.US_ASCII);
        Optional<Instant> read = text.isBlank() ? Optional.empty() : ReleaseDates.read(text);
        read.ifPresent(instant -> {
            epochSecond = instant.getEpochSecond();
            nano = instant.getNano();
        });
        return read.isPresent();
    }
}
