package io.tenderhub.feeds.quick;

import io.tenderhub.feeds.published.ValuesAlone;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads dates such as {@code 2025-10-13T08:57:47Z} from their bytes, and others as they are usually read. */
final class Dates {
    private static final int LENGTH = "2025-10-13T08:57:47Z".length();
    private static final String SHAPE = "dddd-dd-ddTdd:dd:ddZ";
    private static final int[] DAYS_BEFORE = {0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
    private static final int[] DAYS = {0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    private static final long DAYS_TO_1970 = 719_528;

    private final LineCursor cursor;
    private final Texts texts;

    Dates(LineCursor cursor, Texts texts) {
        this.cursor = cursor;
        this.texts = texts;
    }

    /** The next value, a date as text or null; absent where it is empty or can't be read. */
    Optional<Instant> next() {
        if (cursor.peek() != '"' && cursor.takeNull()) {
            return Optional.empty();
        }
        cursor.string();
        Instant usual = usual();
        if (usual != null) {
            return Optional.of(usual);
        }
        return isPlaceholder() ? Optional.empty() : ValuesAlone.date(texts.published());
    }

    /** Whether it is {@code 0001-01-01T00:00:00Z}, which stands for no date, or another of the first two years. */
    private boolean isPlaceholder() {
        byte[] bytes = cursor.bytes();
        int from = cursor.from();
        return cursor.to() - from == LENGTH
                && hasShape(bytes, from)
                && two(bytes, from) == 0
                && two(bytes, from + 2) <= 1;
    }

    /** The next value, a date of the usual shape; declines others. */
    Instant nextUsual() {
        cursor.string();
        Instant usual = usual();
        if (usual == null) {
            throw Declined.LINE;
        }
        return usual;
    }

    private @Nullable Instant usual() {
        byte[] bytes = cursor.bytes();
        int from = cursor.from();
        if (cursor.to() - from != LENGTH || !hasShape(bytes, from)) {
            return null;
        }
        int year = 100 * two(bytes, from) + two(bytes, from + 2);
        int month = two(bytes, from + 5);
        int day = two(bytes, from + 8);
        int hour = two(bytes, from + 11);
        int minute = two(bytes, from + 14);
        int second = two(bytes, from + 17);
        // Up to the year 1 it stands for no date.
        if (year <= 1 || month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59 || second > 59) {
            return null;
        }
        boolean leap = (year & 3) == 0 && (year % 100 != 0 || year % 400 == 0);
        if (day > DAYS[month] && !(leap && month == 2 && day == 29)) {
            return null;
        }
        int before = year - 1;
        long days = 366L
                + 365L * before
                + before / 4
                - before / 100
                + before / 400
                - DAYS_TO_1970
                + DAYS_BEFORE[month]
                + (leap && month > 2 ? 1 : 0)
                + day
                - 1;
        return Instant.ofEpochSecond(((days * 24 + hour) * 60 + minute) * 60 + second);
    }

    private static boolean hasShape(byte[] bytes, int from) {
        for (int i = 0; i < LENGTH; i++) {
            int found = bytes[from + i];
            char expected = SHAPE.charAt(i);
            if (expected == 'd' ? found < '0' || found > '9' : found != expected) {
                return false;
            }
        }
        return true;
    }

    private static int two(byte[] bytes, int from) {
        return 10 * (bytes[from] - '0') + bytes[from + 1] - '0';
    }
}
