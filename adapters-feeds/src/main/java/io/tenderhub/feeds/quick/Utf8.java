package io.tenderhub.feeds.quick;

/** Checks UTF-8 as strictly as Java's decoder. */
final class Utf8 {
    private Utf8() {}

    /** Where the character ends that begins with a byte outside ASCII; declines if it is none. */
    static int after(byte[] bytes, int i) {
        int lead = bytes[i] & 0xff;
        if (lead >= 0xc2 && lead < 0xe0) {
            follows(bytes[i + 1], 0x80, 0xbf);
            return i + 2;
        }
        if (lead >= 0xe0 && lead < 0xf0) {
            // Neither what fits two bytes nor halves of surrogate pairs.
            follows(bytes[i + 1], lead == 0xe0 ? 0xa0 : 0x80, lead == 0xed ? 0x9f : 0xbf);
            follows(bytes[i + 2], 0x80, 0xbf);
            return i + 3;
        }
        if (lead >= 0xf0 && lead < 0xf5) {
            // Neither what fits three bytes nor what is beyond Unicode.
            follows(bytes[i + 1], lead == 0xf0 ? 0x90 : 0x80, lead == 0xf4 ? 0x8f : 0xbf);
            follows(bytes[i + 2], 0x80, 0xbf);
            follows(bytes[i + 3], 0x80, 0xbf);
            return i + 4;
        }
        throw Declined.LINE;
    }

    private static void follows(byte found, int least, int most) {
        int value = found & 0xff;
        if (value < least || value > most) {
            throw Declined.LINE;
        }
    }
}
