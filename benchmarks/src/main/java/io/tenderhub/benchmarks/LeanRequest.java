package io.tenderhub.benchmarks;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A request as it is sent.
 *
 * @param length of the body of its answer
 */
record LeanRequest(ByteBuffer bytes, int length) {

    static LeanRequest of(String path, int length) {
        byte[] text = ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        return new LeanRequest(ByteBuffer.allocateDirect(text.length).put(text).flip(), length);
    }
}
