package io.tenderhub.feeds;

import io.tenderhub.feeds.published.GrowingBytes;
import java.util.Arrays;

/** Characters outside ASCII as UTF-8. */
final class Utf8 {

    private Utf8() {}

    /** The length of the character that begins with a byte outside ASCII, or 0 if it is not valid: as a strict decoder has it. */
    static int sequence(byte[] bytes, int from, int end) {
        int lead = bytes[from] & 0xff;
        int length =
                lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
        if (length == 0 || from + length > end) {
            return 0;
        }
        for (int i = 1; i < length; i++) {
            if ((bytes[from + i] & 0xc0) != 0x80) {
                return 0;
            }
        }
        int second = bytes[from + 1] & 0xff;
        // Neither written longer than need be, nor a surrogate, nor beyond the last character.
        boolean wrong = lead == 0xe0 && second < 0xa0
                || lead == 0xed && second > 0x9f
                || lead == 0xf0 && second < 0x90
                || lead == 0xf4 && second > 0x8f;
        return wrong ? 0 : length;
    }

    static void write(int character, GrowingBytes out) {
        if (character < 0x800) {
            out.write(0xc0 | character >> 6);
        } else if (character < 0x10000) {
            out.write(0xe0 | character >> 12);
            out.write(0x80 | character >> 6 & 0x3f);
        } else {
            out.write(0xf0 | character >> 18);
            out.write(0x80 | character >> 12 & 0x3f);
            out.write(0x80 | character >> 6 & 0x3f);
        }
        out.write(0x80 | character & 0x3f);
    }

    /** Orders texts as {@link String#compareTo} does, which knows characters beyond the first 65,536 as two. */
    static int compare(byte[] a, int aFrom, int aTo, byte[] b, int bFrom, int bTo) {
        int at = Arrays.mismatch(a, aFrom, aTo, b, bFrom, bTo);
        if (at < 0) {
            return 0;
        }
        if (at >= aTo - aFrom || at >= bTo - bFrom) {
            return (aTo - aFrom) - (bTo - bFrom);
        }
        return rank(a[aFrom + at]) - rank(b[bFrom + at]);
    }

    /** The place of a byte in that order: those of four bytes come before the last ones of three. */
    static int rank(byte found) {
        int value = found & 0xff;
        return value < 0xee ? value : value < 0xf0 ? value + 5 : value - 2;
    }
}
