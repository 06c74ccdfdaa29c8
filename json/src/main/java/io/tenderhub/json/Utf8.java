package io.tenderhub.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that grow while lines of JSON or CSV are put together, in UTF-8. For one thread. */
final class Utf8 {
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
    private static final int ASCII = 0x80;
    private static final int LONGEST_ESCAPE = 6;
    private static final int MOST = Integer.MAX_VALUE - 8;

    private byte[] bytes;
    private int length;

    Utf8(int expected) {
        this.bytes = new byte[expected];
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, length);
    }

    void add(byte[] more) {
        ensure(more.length);
        System.arraycopy(more, 0, bytes, length, more.length);
        length += more.length;
    }

    /** ASCII. */
    void add(char c) {
        ensure(1);
        bytes[length++] = (byte) c;
    }

    void add(String text) {
        int count = text.length();
        ensure(count);
        for (int i = 0; i < count; i++) {
            char c = text.charAt(i);
            if (c >= ASCII) {
                add(text.substring(i).getBytes(StandardCharsets.UTF_8));
                return;
            }
            bytes[length++] = (byte) c;
        }
    }

    /** A JSON text with its quotes, escaped as the generator of {@link JsonText} does. */
    void json(String text) {
        int count = text.length();
        ensure(count + 2);
        bytes[length++] = '"';
        for (int i = 0; i < count; i++) {
            char c = text.charAt(i);
            if (c >= ASCII) {
                rest(text, i);
                break;
            }
            if (c < ' ' || c == '"' || c == '\\') {
                escaped(c);
                ensure(count - i + 1);
            } else {
                bytes[length++] = (byte) c;
            }
        }
        add('"');
    }

    /** From the first letter on that is not of ASCII. */
    private void rest(String text, int from) {
        for (byte b : text.substring(from).getBytes(StandardCharsets.UTF_8)) {
            if (b >= 0 && (b < ' ' || b == '"' || b == '\\')) {
                escaped((char) b);
            } else {
                ensure(1);
                bytes[length++] = b;
            }
        }
    }

    private void escaped(char c) {
        ensure(LONGEST_ESCAPE);
        bytes[length++] = '\\';
        switch (c) {
            case '"', '\\' -> bytes[length++] = (byte) c;
            case '\b' -> bytes[length++] = 'b';
            case '\t' -> bytes[length++] = 't';
            case '\n' -> bytes[length++] = 'n';
            case '\f' -> bytes[length++] = 'f';
            case '\r' -> bytes[length++] = 'r';
            default -> {
                bytes[length++] = 'u';
                bytes[length++] = '0';
                bytes[length++] = '0';
                bytes[length++] = HEX[c >> 4];
                bytes[length++] = HEX[c & 0xF];
            }
        }
    }

    private void ensure(int more) {
        if (more > bytes.length - length) {
            // What fits no array fails by name in the addition instead of by a negative size.
            bytes = Arrays.copyOf(
                    bytes, (int) Math.max(Math.min(2L * bytes.length, MOST), Math.addExact(length, more)));
        }
    }
}
