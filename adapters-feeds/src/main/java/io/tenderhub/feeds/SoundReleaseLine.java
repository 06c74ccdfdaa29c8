package io.tenderhub.feeds;

import io.tenderhub.feeds.published.GrowingBytes;
import io.tenderhub.feeds.published.TextScan;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/**
 * Takes lines that hold just one sound release, which are nearly all, in one pass: checks that a line is JSON as
 * {@link PublishedJson} reads it, writes it as that would write it again, and finds its ocid and date. Whatever is out of the
 * ordinary is refused, to be looked at by {@link JsonInput}. One for each thread.
 */
final class SoundReleaseLine {
    private static final int DEEPEST = 200;
    private static final int LONGEST_NUMBER = 200;
    private static final int LONGEST_NAME = 1_000;

    private final ReleaseDay date = new ReleaseDay();
    private byte[] in = new byte[0];
    private int next;
    private int end;
    /** What was read but not written: from here on it can be written as it is. */
    private int pending;

    private GrowingBytes out = new GrowingBytes(0);
    private boolean ocidFound;
    private int ocidFrom;
    private int ocidTo;
    private boolean dateFound;

    /**
     * Writes the release behind what was written before.
     *
     * @param to behind the line, without its line break
     * @return false if the line is anything but one sound release; then what was written is of no meaning
     */
    boolean take(byte[] bytes, int from, int to, GrowingBytes into) {
        in = bytes;
        next = from;
        end = to;
        out = into;
        ocidFound = false;
        dateFound = false;
        skipBlanks();
        pending = next;
        if (next == end || in[next] != '{' || !object(1)) {
            return false;
        }
        flush(next);
        skipBlanks();
        return next == end && ocidFound && dateFound;
    }

    /** Where the text of the ocid is in what was written; it holds no escapes and no blanks around it. */
    int ocidFrom() {
        return ocidFrom;
    }

    int ocidTo() {
        return ocidTo;
    }

    long epochSecond() {
        return date.epochSecond();
    }

    int nano() {
        return date.nano();
    }

    private boolean object(int depth) {
        next++;
        blanks();
        if (at('}')) {
            next++;
            return true;
        }
        while (true) {
            if (!at('"')) {
                return false;
            }
            int nameFrom = next + 1;
            if (!text()) {
                return false;
            }
            int nameTo = next - 1;
            blanks();
            if (!at(':')) {
                return false;
            }
            next++;
            blanks();
            if (!field(nameFrom, nameTo, depth)) {
                return false;
            }
            blanks();
            if (at('}')) {
                next++;
                return true;
            }
            if (!at(',')) {
                return false;
            }
            next++;
            blanks();
        }
    }

    /** The value of a field, unless the field makes of the line something else than a release. */
    private boolean field(int nameFrom, int nameTo, int depth) {
        int length = nameTo - nameFrom;
        if (length > LONGEST_NAME || hasBackslash(nameFrom, nameTo)) {
            return false;
        }
        if (!ocidFound
                && (is("releases", nameFrom, length)
                        || is("records", nameFrom, length)
                        || is("data", nameFrom, length))) {
            return false;
        }
        if (depth > 1) {
            return value(depth);
        }
        switch (length) {
            case 4 -> {
                if (is("ocid", nameFrom, length)) {
                    return !ocidFound && ocid();
                } else if (is("date", nameFrom, length)) {
                    return !dateFound && date();
                }
            }
            case 7, 8, 15, 16 -> {
                if (is("$schema", nameFrom, length)
                        || is("releases", nameFrom, length)
                        || is("compiledRelease", nameFrom, length)
                        || is("versionedRelease", nameFrom, length)) {
                    return false;
                }
            }
            default -> {
                // Any other field says nothing about what the line is.
            }
        }
        return value(depth);
    }

    private boolean ocid() {
        int from = next + 1;
        if (!at('"') || !text()) {
            return false;
        }
        int to = next - 1;
        flush(next);
        ocidTo = out.length() - 1;
        ocidFrom = ocidTo - (to - from);
        ocidFound = to > from && isAsItStands(from, to) && isLetter(in[from]) && isLetter(in[to - 1]);
        return ocidFound;
    }

    /** Neither a blank of any kind nor a part of one. */
    private static boolean isLetter(byte found) {
        return found > ' ' && found < 0x7f;
    }

    private boolean date() {
        int from = next + 1;
        dateFound = at('"') && text() && !hasBackslash(from, next - 1) && date.read(in, from, next - 1);
        return dateFound;
    }

    private boolean value(int depth) {
        if (next >= end) {
            return false;
        }
        return switch (in[next]) {
            case '"' -> text();
            case '{' -> depth < DEEPEST && object(depth + 1);
            case '[' -> depth < DEEPEST && array(depth + 1);
            case 't' -> word("true");
            case 'f' -> word("false");
            case 'n' -> word("null");
            default -> number();
        };
    }

    private boolean array(int depth) {
        next++;
        blanks();
        if (at(']')) {
            next++;
            return true;
        }
        while (true) {
            if (!value(depth)) {
                return false;
            }
            blanks();
            if (at(']')) {
                next++;
                return true;
            }
            if (!at(',')) {
                return false;
            }
            next++;
            blanks();
        }
    }

    private boolean word(String word) {
        if (end - next < word.length() || !is(word, next, word.length())) {
            return false;
        }
        next += word.length();
        return true;
    }

    private boolean number() {
        int from = next;
        if (at('-')) {
            next++;
        }
        int whole = next;
        digits();
        int wholeDigits = next - whole;
        boolean fromZero = wholeDigits > 0 && in[whole] == '0';
        if (wholeDigits == 0 || fromZero && wholeDigits > 1) {
            return false;
        }
        boolean decimal = at('.');
        if (decimal) {
            next++;
            int fraction = next;
            digits();
            if (next == fraction) {
                return false;
            }
        }
        boolean exponent = at('e') || at('E');
        if (exponent) {
            next++;
            if (at('+') || at('-')) {
                next++;
            }
            int power = next;
            digits();
            if (next == power || next - power > 9) {
                return false;
            }
        }
        if (next - from > LONGEST_NUMBER) {
            return false;
        }
        if (exponent || fromZero && (decimal || whole > from)) {
            // Other ways of writing the same number become one.
            String text = new String(in, from, next - from, StandardCharsets.US_ASCII);
            flush(from);
            out.write(
                    (decimal || exponent ? new BigDecimal(text).toString() : "0").getBytes(StandardCharsets.US_ASCII));
            pending = next;
        }
        return true;
    }

    private void digits() {
        while (next < end && in[next] >= '0' && in[next] <= '9') {
            next++;
        }
    }

    /** A text from its quote on. */
    private boolean text() {
        next++;
        while (true) {
            next = TextScan.endOfPlain(in, next, end);
            if (next == end) {
                return false;
            }
            byte found = in[next];
            if (found == '"') {
                next++;
                return true;
            }
            if (found == '\\') {
                if (!escape()) {
                    return false;
                }
            } else if (found < 0) {
                int length = Utf8.sequence(in, next, end);
                if (length == 0) {
                    return false;
                }
                next += length;
            } else {
                flush(next);
                JsonEscapes.write(found, out);
                next++;
                pending = next;
            }
        }
    }

    private boolean escape() {
        if (next + 1 >= end) {
            return false;
        }
        switch (in[next + 1]) {
            case '"', '\\', 'b', 'f', 'n', 'r', 't' -> {
                next += 2;
                return true;
            }
            case '/' -> {
                flush(next);
                next += 2;
                pending = next - 1;
                return true;
            }
            case 'u' -> {
                return character();
            }
            default -> {
                return false;
            }
        }
    }

    private boolean character() {
        int one = JsonEscapes.hex(in, next + 2, end);
        if (one < 0 || Character.isLowSurrogate((char) one)) {
            return false;
        }
        flush(next);
        next += 6;
        if (Character.isHighSurrogate((char) one)) {
            int low =
                    next + 1 < end && in[next] == '\\' && in[next + 1] == 'u' ? JsonEscapes.hex(in, next + 2, end) : -1;
            if (low < 0 || !Character.isLowSurrogate((char) low)) {
                return false;
            }
            next += 6;
            one = Character.toCodePoint((char) one, (char) low);
        }
        JsonEscapes.write(one, out);
        pending = next;
        return true;
    }

    /** Blanks between values, which are not written. */
    private void blanks() {
        if (next < end && in[next] <= ' ' && isBlank(in[next])) {
            flush(next);
            skipBlanks();
            pending = next;
        }
    }

    private void skipBlanks() {
        while (next < end && isBlank(in[next])) {
            next++;
        }
    }

    private static boolean isBlank(byte found) {
        return found == ' ' || found == '\t' || found == '\r';
    }

    private void flush(int to) {
        if (to > pending) {
            out.write(in, pending, to - pending);
        }
        pending = to;
    }

    private boolean at(int wanted) {
        return next < end && in[next] == wanted;
    }

    private boolean isAsItStands(int from, int to) {
        for (int i = from; i < to; i++) {
            if (in[i] == '\\' || in[i] >= 0 && in[i] < ' ') {
                return false;
            }
        }
        return true;
    }

    private boolean hasBackslash(int from, int to) {
        for (int i = from; i < to; i++) {
            if (in[i] == '\\') {
                return true;
            }
        }
        return false;
    }

    private boolean is(String name, int from, int length) {
        if (name.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (in[from + i] != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
