package io.tenderhub.feeds.quick;

import io.tenderhub.feeds.published.ValuesAlone;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Makes cleaned texts of what a cursor took. Not thread-safe. */
final class Texts {
    private final LineCursor cursor;
    private final StringBuilder unescaped = new StringBuilder();

    Texts(LineCursor cursor) {
        this.cursor = cursor;
    }

    /** The next value, a text or null, cleaned. */
    Optional<String> next() {
        if (cursor.peek() != '"' && cursor.takeNull()) {
            return Optional.empty();
        }
        cursor.string();
        int from = cursor.from();
        int to = cursor.to();
        byte[] bytes = cursor.bytes();
        if (!cursor.isPlain() || from == to || bytes[from] == ' ' || bytes[to - 1] == ' ') {
            return ValuesAlone.text(published());
        }
        String text = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        if (text.indexOf('&') >= 0 || text.indexOf('<') >= 0) {
            return ValuesAlone.text(text);
        }
        return Optional.of(text);
    }

    /** As {@link #next()}, absent where the text stands for nothing. */
    Optional<String> nextStated() {
        Optional<String> text = next();
        return text.isPresent() && ValuesAlone.isPlaceholder(text.get()) ? Optional.empty() : text;
    }

    /** As {@link #next()}; may be a whole number too. */
    Optional<String> nextId() {
        int found = cursor.peek();
        if (found == '"' || found == 'n') {
            return next();
        }
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
