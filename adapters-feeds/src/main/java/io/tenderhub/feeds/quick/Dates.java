package io.tenderhub.feeds.quick;

import io.tenderhub.feeds.published.UsualDate;
import io.tenderhub.feeds.published.ValuesAlone;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads dates such as {@code 2025-10-13T08:57:47Z} from their bytes, and others as they are usually read. */
final class Dates {
    private static final int LENGTH = UsualDate.LENGTH;
    /** The shape in three pieces: what is no digit, and where digits are. */
    private static final long DATE_MARKS = 0x2d00002d00000000L;

    private static final long DATE_DIGITS = 0x00ffff00ffffffffL;
    private static final long TIME_MARKS = 0x00003a0000540000L;
    private static final long TIME_DIGITS = 0xffff00ffff00ffffL;
    private static final long SECONDS = 0xffffff0000000000L;
    private static final long SECOND_MARKS = 0x00003a0000000000L;
    private static final long SECOND_DIGITS = 0xffff000000000000L;
    private static final int MOST_FRACTION_DIGITS = 9;
    private static final long ZEROS = 0x3030303030303030L;
    private static final long HIGH_HALVES = 0xf0f0f0f0f0f0f0f0L;
    private static final long SIXES = 0x0606060606060606L;

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

    /** The next value, a date to the second or finer with its offset, about which all ways to read dates agree; declines others. */
    Instant nextPlain() {
        cursor.string();
        Instant usual = usual();
        if (usual != null) {
            return usual;
        }
        if (!isPlain()) {
            throw Declined.LINE;
        }
        return ValuesAlone.date(texts.published()).orElseThrow(() -> Declined.LINE);
    }

    /** Whether it has the usual shape but for a fraction and an offset. */
    private boolean isPlain() {
        byte[] bytes = cursor.bytes();
        int to = cursor.to();
        int at = cursor.from() + LENGTH - 1;
        if (at >= to || !hasShapeToTheSecond(bytes, cursor.from())) {
            return false;
        }
        if (bytes[at] == '.') {
            int fraction = ++at;
            while (isDigit(bytes[at])) {
                at++;
            }
            if (at == fraction || at > fraction + MOST_FRACTION_DIGITS) {
                return false;
            }
        }
        if (bytes[at] == 'Z') {
            return at + 1 == to;
        }
        return (bytes[at] == '+' || bytes[at] == '-')
                && at + "+02:00".length() == to
                && isDigit(bytes[at + 1])
                && isDigit(bytes[at + 2])
                && bytes[at + 3] == ':'
                && isDigit(bytes[at + 4])
                && isDigit(bytes[at + 5]);
    }

    private static boolean isDigit(byte found) {
        return found >= '0' && found <= '9';
    }

    private @Nullable Instant usual() {
        byte[] bytes = cursor.bytes();
        int from = cursor.from();
        if (cursor.to() - from != LENGTH || !hasShape(bytes, from)) {
            return null;
        }
        return UsualDate.of(
                100 * two(bytes, from) + two(bytes, from + 2),
                two(bytes, from + 5),
                two(bytes, from + 8),
                two(bytes, from + 11),
                two(bytes, from + 14),
                two(bytes, from + 17));
    }

    private static boolean hasShape(byte[] bytes, int from) {
        return bytes[from + LENGTH - 1] == 'Z' && hasShapeToTheSecond(bytes, from);
    }

    private static boolean hasShapeToTheSecond(byte[] bytes, int from) {
        return hasShape(LineCursor.eight(bytes, from), DATE_MARKS, DATE_DIGITS)
                && hasShape(LineCursor.eight(bytes, from + 8), TIME_MARKS, TIME_DIGITS)
                && hasShape(LineCursor.eight(bytes, from + 11) & SECONDS, SECOND_MARKS, SECOND_DIGITS);
    }

    /** Digits are the bytes whose high half is 3, and still is after adding 6. */
    private static boolean hasShape(long eight, long marks, long digits) {
        long expected = ZEROS & digits;
        long halves = HIGH_HALVES & digits;
        return (eight & ~digits) == marks
                && (eight & halves) == expected
                && ((eight & digits) + (SIXES & digits) & halves) == expected;
    }

    private static int two(byte[] bytes, int from) {
        return 10 * (bytes[from] - '0') + bytes[from + 1] - '0';
    }
}
