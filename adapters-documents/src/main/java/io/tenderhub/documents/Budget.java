package io.tenderhub.documents;

import io.tenderhub.failure.UnreadableDocumentException.Reason;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** What one document has unpacked so far, over all archives in it. Trusts no declared size: it counts what comes. */
final class Budget {
    private final Limits limits;
    private long bytes;
    private int files;
    private boolean exceeded;

    Budget(Limits limits) {
        this.limits = limits;
    }

    Limits limits() {
        return limits;
    }

    /** Whether there was too much: then nothing further of the document is worth a look. */
    boolean isExceeded() {
        return exceeded;
    }

    /** @throws RefusedException if there are more files than are taken */
    void countFiles(int more) throws RefusedException {
        files += more;
        if (files > limits.files()) {
            throw tooMuch("it holds more than " + limits.files() + " files");
        }
    }

    /** Counts what is read, and ends in a {@link RefusedException} where it is too much. */
    InputStream counted(InputStream unpacked, long packedBytes) {
        return new FilterInputStream(unpacked) {
            private long ofThis;

            @Override
            public int read() throws IOException {
                int one = super.read();
                count(one < 0 ? 0 : 1);
                return one;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int read = super.read(buffer, offset, length);
                count(Math.max(0, read));
                return read;
            }

            @Override
            public long skip(long n) {
                throw new UnsupportedOperationException("bytes that are skipped would not be counted");
            }

            private void count(int read) throws RefusedException {
                ofThis += read;
                bytes += read;
                if (bytes > limits.unpackedBytes()) {
                    throw tooMuch("it unpacks to more than " + limits.unpackedBytes() / 1024 / 1024 + " MB");
                }
                if (ofThis > Limits.RATIO_FROM && ofThis / limits.ratio() > packedBytes) {
                    throw tooMuch("a file in it unpacks to more than " + limits.ratio() + " times its size");
                }
            }
        };
    }

    private RefusedException tooMuch(String detail) {
        exceeded = true;
        return new RefusedException(Reason.TOO_MUCH_INSIDE, detail);
    }
}
