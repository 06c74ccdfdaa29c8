package io.tenderhub.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The limit of whatever reads JSON Lines: all tokens by Jackson's parser, and nothing done with them. The threads take blocks of the
 * file in turns.
 */
final class TokenScan {
    private static final int BLOCK = 4 << 20;
    private static final int LONGEST_LINE = 1 << 16;
    private static final JsonFactory JSON = new JsonFactory();

    private TokenScan() {}

    /** How many tokens the file holds. */
    static long count(Path file, int threads) throws Exception {
        long size = Files.size(file);
        AtomicLong next = new AtomicLong();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Long>> counts = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                counts.add(pool.submit(() -> {
                    long tokens = 0;
                    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
                        byte[] buffer = new byte[BLOCK + LONGEST_LINE];
                        for (long from = next.getAndAdd(BLOCK); from < size; from = next.getAndAdd(BLOCK)) {
                            tokens += tokens(in, from, buffer);
                        }
                    }
                    return tokens;
                }));
            }
            long tokens = 0;
            for (Future<Long> count : counts) {
                tokens += count.get();
            }
            return tokens;
        } finally {
            pool.shutdownNow();
        }
    }

    /** Those of the lines that begin in a block; the last of them may end in the next one. */
    private static long tokens(RandomAccessFile in, long from, byte[] buffer) throws IOException {
        // One byte earlier tells whether a line begins just here.
        long begin = Math.max(0, from - 1);
        in.seek(begin);
        int read = readFully(in, buffer);
        int first = from == 0 ? 0 : afterLineBreak(buffer, 0, read);
        int blockEnd = (int) (from + BLOCK - begin);
        int last = blockEnd >= read ? read : afterLineBreak(buffer, blockEnd - 1, read);
        long tokens = 0;
        try (JsonParser parser = JSON.createParser(buffer, first, Math.max(0, last - first))) {
            while (parser.nextToken() != null) {
                tokens++;
            }
        }
        return tokens;
    }

    private static int readFully(RandomAccessFile in, byte[] buffer) throws IOException {
        int read = 0;
        int more = in.read(buffer, 0, buffer.length);
        while (more > 0) {
            read += more;
            more = in.read(buffer, read, buffer.length - read);
        }
        return read;
    }

    private static int afterLineBreak(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && bytes[at] != '\n') {
            at++;
        }
        return Math.min(end, at + 1);
    }
}
