package io.tenderhub.feeds;

import io.tenderhub.feeds.published.GrowingBytes;
import java.nio.charset.StandardCharsets;

/** Characters of JSON texts, written as {@link PublishedJson} writes them. */
final class JsonEscapes {
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

    private JsonEscapes() {}

    /** The number that four hexadecimal digits say, or -1 if there are none. */
    static int hex(byte[] bytes, int from, int end) {
        if (end - from < 4) {
            return -1;
        }
        int number = 0;
        for (int i = from; i < from + 4; i++) {
            int digit = bytes[i] < 0 ? -1 : Character.digit(bytes[i], 16);
            if (digit < 0) {
                return -1;
            }
            number = number << 4 | digit;
        }
        return number;
    }

    /** Any character but a part of a surrogate pair. */
    static void write(int character, GrowingBytes out) {
        if (character >= 0x80) {
            Utf8.write(character, out);
        } else if (character >= ' ' && character != '"' && character != '\\') {
            out.write(character);
        } else {
            out.write('\\');
            switch (character) {
                case '"', '\\' -> out.write(character);
                case '\b' -> out.write('b');
                case '\f' -> out.write('f');
                case '\n' -> out.write('n');
                case '\r' -> out.write('r');
                case '\t' -> out.write('t');
                default -> {
                    out.write('u');
                    out.write('0');
                    out.write('0');
                    out.write(HEX[character >> 4]);
                    out.write(HEX[character & 15]);
                }
            }
        }
    }
}
