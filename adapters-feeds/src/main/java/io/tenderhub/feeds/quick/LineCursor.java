package io.tenderhub.feeds.quick;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Steps through the JSON of one line, byte by byte or eight at a time. Takes what is valid JSON and UTF-8 and declines everything
 * else, also some of what is valid but odd: nothing is taken here that a strict parser would refuse.
 *
 * <p>The line break at the end of the line stops every loop, as it is no part of any value here; so no loop looks for the end of
 * the array. Behind the line break {@link #ROOM} bytes must follow, whatever they are.
 */
final class LineCursor {
    /** How far behind the line break may be looked. */
    static final int ROOM = Long.BYTES;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = ONES << 7;
    private static final long QUOTES = ONES * '"';
    private static final long BACKSLASHES = ONES * '\\';
    private static final long SPACES = ONES * ' ';
    /** In UTF-8 the first byte of U+0080 to U+00BF. */
    private static final byte LEAD_OF_CONTROLS = (byte) 0xc2;
    /** Parsers allow much more; nobody needs it. */
    private static final int DEEPEST = 64;

    private static final int LONGEST_NAME = 1000;
    private static final int LONGEST_NUMBER = 200;
    private static final int TRUE = 0x65757274;
    private static final int NULL = 0x6c6c756e;
    private static final int ALSE = 0x65736c61;
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private byte[] bytes = new byte[0];
    private boolean asciiOnly;
    private int at;
    private int from;
    private int to;
    private boolean escaped;
    private boolean foreign;
    private boolean odd;

    /** @param onlyAscii whether to decline a line with other characters, because their encoding is another one */
    void start(byte[] line, int first, boolean onlyAscii) {
        bytes = line;
        at = first;
        asciiOnly = onlyAscii;
    }

    byte[] bytes() {
        return bytes;
    }

    int at() {
        return at;
    }

    /** Where the last text or number began, without its quote. */
    int from() {
        return from;
    }

    /** Where the last text or number ended, without its quote. */
    int to() {
        return to;
    }

    /** Whether the last text is of visible ASCII and blanks only, written without escapes. */
    boolean isPlain() {
        return !escaped && !foreign && !odd;
    }

    /** Whether the last text has escapes. */
    boolean isEscaped() {
        return escaped;
    }

    /** Whether the last text has characters outside ASCII that are written without escapes. */
    boolean isForeign() {
        return foreign;
    }

    /** Whether the last text may have control characters or no-break spaces that are written without escapes. */
    boolean isOdd() {
        return odd;
    }

    static long eight(byte[] bytes, int from) {
        return (long) LONGS.get(bytes, from);
    }

    /** The next byte that is not blank, without taking it. */
    int peek() {
        int found = bytes[at];
        return found > ' ' ? found : peekBehindBlanks();
    }

    private int peekBehindBlanks() {
        int found = bytes[at];
        while (found == ' ' || found == '\t' || found == '\r') {
            found = bytes[++at];
        }
        return found;
    }

    /** Takes an opening bracket. */
    void open(int bracket) {
        if (peek() != bracket) {
            throw Declined.LINE;
        }
        at++;
    }

    /** After an opening bracket: whether an element follows; else takes the closing one. */
    boolean hasFirst(int closing) {
        if (peek() == closing) {
            at++;
            return false;
        }
        return true;
    }

    /** After an element: takes a comma and is true, or the closing bracket and is false. */
    boolean hasNext(int closing) {
        int found = peek();
        at++;
        if (found == ',') {
            return true;
        }
        if (found != closing) {
            throw Declined.LINE;
        }
        return false;
    }

    /** Takes the name of a field and its colon. */
    FieldName name() {
        string();
        int length = to - from;
        if (escaped || length > LONGEST_NAME) {
            throw Declined.LINE;
        }
        if (bytes[at] != ':' && peek() != ':') {
            throw Declined.LINE;
        }
        at++;
        return FieldName.of(bytes, from, length);
    }

    /** Takes a text. */
    void string() {
        if (peek() != '"') {
            throw Declined.LINE;
        }
        int i = at + 1;
        from = i;
        escaped = false;
        foreign = false;
        odd = false;
        while (true) {
            long special = special((long) LONGS.get(bytes, i));
            if (special == 0) {
                i += Long.BYTES;
                continue;
            }
            i += Long.numberOfTrailingZeros(special) >> 3;
            int found = bytes[i];
            if (found == '"') {
                to = i;
                at = i + 1;
                return;
            }
            i = afterUnusual(found, i);
        }
    }

    /** The highest bit of the first byte that is a quote, a backslash or not a visible character of ASCII; of later ones maybe. */
    private static long special(long eight) {
        long quote = eight ^ QUOTES;
        long backslash = eight ^ BACKSLASHES;
        return ((quote - ONES) & ~quote
                        | (backslash - ONES) & ~backslash
                        | (eight - SPACES) & ~eight
                        | eight
                        | (eight + ONES))
                & HIGHS;
    }

    private int afterUnusual(int found, int i) {
        if (found == '\\') {
            escaped = true;
            return afterEscape(i + 1);
        }
        if (found < 0 && !asciiOnly) {
            foreign = true;
            odd |= found == LEAD_OF_CONTROLS;
            return Utf8.after(bytes, i);
        }
        if (found == 0x7f) {
            odd = true;
            return i + 1;
        }
        throw Declined.LINE;
    }

    private int afterEscape(int i) {
        switch (bytes[i]) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't':
                return i + 1;
            case 'u':
                for (int k = 1; k <= 4; k++) {
                    if (Character.digit(bytes[i + k], 16) < 0) {
                        throw Declined.LINE;
                    }
                }
                return i + 5;
            default:
                throw Declined.LINE;
        }
    }

    /** Takes a number without exponent; true if it has no fraction. */
    boolean number() {
        peek();
        int i = at;
        from = i;
        if (bytes[i] == '-') {
            i++;
        }
        int digits = i;
        i = afterDigits(i);
        if (i == digits || bytes[digits] == '0' && i > digits + 1) {
            throw Declined.LINE;
        }
        boolean whole = bytes[i] != '.';
        if (!whole) {
            int fraction = i + 1;
            i = afterDigits(fraction);
            if (i == fraction) {
                throw Declined.LINE;
            }
        }
        if (bytes[i] == 'e' || bytes[i] == 'E' || i - from > LONGEST_NUMBER) {
            throw Declined.LINE;
        }
        to = i;
        at = i;
        return whole;
    }

    private int afterDigits(int first) {
        int i = first;
        while (bytes[i] >= '0' && bytes[i] <= '9') {
            i++;
        }
        return i;
    }

    /** Takes {@code null} if it is next. */
    boolean takeNull() {
        if (peek() != 'n') {
            return false;
        }
        literal(at, NULL);
        at += 4;
        return true;
    }

    /** Takes {@code true} or {@code false}. */
    boolean flag() {
        if (peek() == 't') {
            literal(at, TRUE);
            at += 4;
            return true;
        }
        if (bytes[at] != 'f') {
            throw Declined.LINE;
        }
        literal(at + 1, ALSE);
        at += 5;
        return false;
    }

    private void literal(int where, int expected) {
        if ((int) INTS.get(bytes, where) != expected) {
            throw Declined.LINE;
        }
    }

    /** Takes a value of any kind. */
    void skip() {
        skip(0);
    }

    private void skip(int depth) {
        switch (peek()) {
            case '"' -> string();
            case '{' -> skipObject(depth + 1);
            case '[' -> skipArray(depth + 1);
            case 't', 'f' -> flag();
            case 'n' -> takeNull();
            default -> number();
        }
    }

    private void skipObject(int depth) {
        at++;
        checkDepth(depth);
        for (boolean more = hasFirst('}'); more; more = hasNext('}')) {
            string();
            if (to - from > LONGEST_NAME || bytes[at] != ':' && peek() != ':') {
                throw Declined.LINE;
            }
            at++;
            skip(depth);
        }
    }

    private void skipArray(int depth) {
        at++;
        checkDepth(depth);
        for (boolean more = hasFirst(']'); more; more = hasNext(']')) {
            skip(depth);
        }
    }

    private static void checkDepth(int depth) {
        if (depth > DEEPEST) {
            throw Declined.LINE;
        }
    }

    /** Takes what follows the value up to the line break, which may be blanks only; gives where the next line begins. */
    int endOfLine() {
        if (peek() != '\n') {
            throw Declined.LINE;
        }
        return at + 1;
    }
}
