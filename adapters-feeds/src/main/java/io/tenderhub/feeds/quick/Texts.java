package io.tenderhub.feeds.quick;

import io.tenderhub.feeds.published.ValuesAlone;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes cleaned texts of what a cursor took. Not thread-safe. */
final class Texts {
    private static final char NO_BREAK_SPACE = '\u00a0';

    private final LineCursor cursor;
    private final RecurringTexts recurring = new RecurringTexts();
    private byte[] unescapedBytes = new byte[4096];
    private int unescapedLength;
    private boolean unescapedForeign;
    private final StringBuilder unescaped = new StringBuilder();

    Texts(LineCursor cursor) {
        this.cursor = cursor;
    }

    /** The next value, a text or null, cleaned. */
    Optional<String> next() {
        return take() ? Optional.ofNullable(cleaned()) : Optional.empty();
    }

    /** As {@link #next()} for a text that many releases have, such as a code or a buyer's name. */
    Optional<String> nextRecurring() {
        if (!take()) {
            return Optional.empty();
        }
        int length = cursor.to() - cursor.from();
        if (length > RecurringTexts.LONGEST || !cursor.isPlain()) {
            return Optional.ofNullable(cleaned());
        }
        int slot = recurring.slot(cursor.bytes(), cursor.from(), length);
        Optional<String> known = recurring.get(slot, cursor.bytes(), cursor.from(), length);
        return known != null
                ? known
                : recurring.put(slot, cursor.bytes(), cursor.from(), length, Optional.ofNullable(cleaned()));
    }

    private boolean take() {
        if (cursor.peek() != '"' && cursor.takeNull()) {
            return false;
        }
        cursor.string();
        return true;
    }

    private @Nullable String cleaned() {
        byte[] bytes = cursor.bytes();
        int from = cursor.from();
        int to = cursor.to();
        unescapedForeign = false;
        if (cursor.isOdd() || cursor.isEscaped() && !unescape(bytes, from, to)) {
            return ValuesAlone.text(published()).orElse(null);
        }
        if (cursor.isEscaped()) {
            bytes = unescapedBytes;
            from = 0;
            to = unescapedLength;
        }
        while (from < to && isBlank(bytes[from])) {
            from++;
        }
        while (from < to && isBlank(bytes[to - 1])) {
            to--;
        }
        boolean ascii = !cursor.isForeign() && !unescapedForeign;
        return sound(new String(bytes, from, to - from, ascii ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8));
    }

    /** One of the blanks of ASCII that a text may have here. */
    private static boolean isBlank(byte found) {
        return found == ' ' || found == '\n' || found == '\t';
    }

    /** What is left to do for a text without control characters and no-break spaces: blanks around it, and HTML. */
    private static @Nullable String sound(String text) {
        boolean trimmed = !text.isEmpty()
                && !ValuesAlone.isBlank(text.charAt(0))
                && !ValuesAlone.isBlank(text.charAt(text.length() - 1));
        return trimmed && !ValuesAlone.mayHaveHtml(text)
                ? text
                : ValuesAlone.text(text).orElse(null);
    }

    /**
     * Takes the escapes out, line breaks made single ones, and leaves UTF-8; false where an escape stands for what has to be
     * cleaned in the usual way.
     */
    private boolean unescape(byte[] bytes, int first, int to) {
        if (unescapedBytes.length < to - first) {
            unescapedBytes = new byte[2 * (to - first)];
        }
        byte[] into = unescapedBytes;
        int length = 0;
        for (int i = first; i < to; i++) {
            byte found = bytes[i];
            if (found != '\\') {
                into[length++] = found;
                continue;
            }
            found = bytes[++i];
            switch (found) {
                case '"', '\\', '/' -> into[length++] = found;
                case 'n' -> into[length++] = '\n';
                case 't' -> into[length++] = '\t';
                case 'r' -> {
                    // With a line feed behind, that does for both.
                    if (bytes[i + 1] != '\\' || bytes[i + 2] != 'n') {
                        into[length++] = '\n';
                    }
                }
                case 'u' -> {
                    char meant = meaning(bytes, i);
                    if (meant < ' ' || meant >= 0x7f && meant <= NO_BREAK_SPACE || Character.isSurrogate(meant)) {
                        return false;
                    }
                    length = encode(meant, into, length);
                    i += 4;
                }
                default -> {
                    return false;
                }
            }
        }
        unescapedLength = length;
        return true;
    }

    /** As UTF-8, which is shorter than the escape. */
    private int encode(char meant, byte[] into, int length) {
        int at = length;
        if (meant < 0x80) {
            into[at++] = (byte) meant;
            return at;
        }
        unescapedForeign = true;
        if (meant < 0x800) {
            into[at++] = (byte) (0xc0 | meant >> 6);
        } else {
            into[at++] = (byte) (0xe0 | meant >> 12);
            into[at++] = (byte) (0x80 | meant >> 6 & 0x3f);
        }
        into[at++] = (byte) (0x80 | meant & 0x3f);
        return at;
    }

    /** As {@link #next()}, absent where the text stands for nothing. */
    Optional<String> nextStated() {
        return stated(next());
    }

    /** As {@link #nextRecurring()}, absent where the text stands for nothing. */
    Optional<String> nextRecurringStated() {
        return stated(nextRecurring());
    }

    private static Optional<String> stated(Optional<String> text) {
        return text.isPresent() && ValuesAlone.isPlaceholder(text.get()) ? Optional.empty() : text;
    }

    /** As {@link #next()}; may be a whole number too. */
    Optional<String> nextId() {
        int found = cursor.peek();
        return found == '"' || found == 'n' ? next() : number(found);
    }

    /** As {@link #nextRecurring()}; may be a whole number too. */
    Optional<String> nextRecurringId() {
        int found = cursor.peek();
        return found == '"' || found == 'n' ? nextRecurring() : number(found);
    }

    private Optional<String> number(int found) {
        if (found == '-' || !cursor.number()) {
            throw Declined.LINE;
        }
        return Optional.of(ascii());
    }

    /** The text or number that was taken last, which is plain ASCII. */
    String ascii() {
        return new String(cursor.bytes(), cursor.from(), cursor.to() - cursor.from(), StandardCharsets.ISO_8859_1);
    }

    /** The text that was taken last, as published. */
    String published() {
        if (cursor.isPlain()) {
            return ascii();
        }
        byte[] bytes = cursor.bytes();
        if (!cursor.isEscaped()) {
            return new String(bytes, cursor.from(), cursor.to() - cursor.from(), StandardCharsets.UTF_8);
        }
        unescaped.setLength(0);
        int from = cursor.from();
        for (int i = from; i < cursor.to(); i++) {
            if (bytes[i] == '\\') {
                append(bytes, from, i);
                i++;
                unescaped.append(meaning(bytes, i));
                i += bytes[i] == 'u' ? 4 : 0;
                from = i + 1;
            }
        }
        append(bytes, from, cursor.to());
        return unescaped.toString();
    }

    private void append(byte[] bytes, int from, int to) {
        if (from < to) {
            unescaped.append(new String(bytes, from, to - from, StandardCharsets.UTF_8));
        }
    }

    private static char meaning(byte[] bytes, int i) {
        return switch (bytes[i]) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' ->
                (char) (Character.digit(bytes[i + 1], 16) << 12
                        | Character.digit(bytes[i + 2], 16) << 8
                        | Character.digit(bytes[i + 3], 16) << 4
                        | Character.digit(bytes[i + 4], 16));
            default -> (char) bytes[i];
        };
    }
}
