package io.tenderhub.lucene;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;

/** Times and amounts as bytes that sort as they do. */
final class SortableBytes {
    static final int AMOUNT_BYTES = 16;
    static final int INSTANT_BYTES = 12;
    private static final int DECIMALS = 6;
    private static final BigInteger MOST =
            BigInteger.ONE.shiftLeft(8 * AMOUNT_BYTES - 1).subtract(BigInteger.ONE);

    private SortableBytes() {}

    static byte[] of(Instant instant) {
        return ByteBuffer.allocate(INSTANT_BYTES)
                .putLong(instant.getEpochSecond() ^ Long.MIN_VALUE)
                .putInt(instant.getNano())
                .array();
    }

    /** Exact to the millionth of a unit; what is larger than any amount counts as the largest there is. */
    static byte[] of(BigDecimal amount, RoundingMode rounding) {
        BigInteger number =
                amount.setScale(DECIMALS, rounding).unscaledValue().min(MOST).max(MOST.negate());
        byte[] given = number.toByteArray();
        byte[] bytes = new byte[AMOUNT_BYTES];
        Arrays.fill(bytes, (byte) (number.signum() < 0 ? -1 : 0));
        System.arraycopy(given, 0, bytes, AMOUNT_BYTES - given.length, given.length);
        bytes[0] ^= (byte) 0x80;
        return bytes;
    }
}
