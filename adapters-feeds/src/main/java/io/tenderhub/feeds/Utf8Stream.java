package io.tenderhub.feeds;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/** The UTF-8 bytes of a reader's characters. */
final class Utf8Stream extends InputStream {
    private final Reader reader;
    private final char[] characters = new char[8192];
    private byte[] bytes = new byte[0];
    private int next;

    Utf8Stream(Reader reader) {
        this.reader = reader;
    }

    @Override
    public int read() throws IOException {
        return fill() ? bytes[next++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, bytes.length - next);
        System.arraycopy(bytes, next, into, offset, count);
        next += count;
        return count;
    }

    private boolean fill() throws IOException {
        while (next == bytes.length) {
            int count = reader.read(characters, 0, characters.length - 1);
            if (count < 0) {
                return false;
            }
            if (count > 0 && Character.isHighSurrogate(characters[count - 1])) {
                int low = reader.read();
                if (low >= 0) {
                    characters[count++] = (char) low;
                }
            }
            bytes = new String(characters, 0, count).getBytes(StandardCharsets.UTF_8);
            next = 0;
        }
        return true;
    }
}
