package io.tenderhub.feeds;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Records in order in a temporary file. It is gone from its folder as soon as it is open where the system can do that, and else
 * when it is closed: whatever ends the program, nothing is left.
 */
final class RecordFile implements RecordCursor, AutoCloseable {
    private static final int WRITTEN_AT_ONCE = 256 * 1024;

    private final Path path;
    private final FileChannel channel;
    private long bytesLeft;
    private byte[] buffer = new byte[0];
    private int at;
    private int end;
    private int length;

    private RecordFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    static RecordFile write(RecordCursor sorted, Path folder) throws IOException {
        Files.createDirectories(folder);
        Path path = Files.createTempFile(folder, "tenderhub-releases-", ".tmp");
        RecordFile file;
        try {
            file = new RecordFile(
                    path,
                    FileChannel.open(
                            path,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE,
                            StandardOpenOption.DELETE_ON_CLOSE));
        } catch (IOException e) {
            Files.deleteIfExists(path);
            throw e;
        }
        boolean done = false;
        try {
            file.writeAll(sorted);
            done = true;
            return file;
        } finally {
            if (!done) {
                file.close();
            }
        }
    }

    private void writeAll(RecordCursor sorted) throws IOException {
        byte[] out = new byte[WRITTEN_AT_ONCE];
        int filled = 0;
        while (sorted.next()) {
            byte[] array = sorted.array();
            int from = sorted.at();
            int count = ReleaseRecords.length(array, from);
            if (count > out.length - filled) {
                write(out, 0, filled);
                filled = 0;
            }
            if (count > out.length) {
                write(array, from, count);
            } else {
                System.arraycopy(array, from, out, filled, count);
                filled += count;
            }
        }
        write(out, 0, filled);
        channel.position(0);
    }

    private void write(byte[] bytes, int from, int count) throws IOException {
        for (int done = 0; done < count; ) {
            // In pieces, for the system keeps a buffer as large as what is given it.
            int piece = Math.min(WRITTEN_AT_ONCE, count - done);
            done += channel.write(ByteBuffer.wrap(bytes, from + done, piece));
        }
        bytesLeft += count;
    }

    /** How much to read at once, before reading begins. */
    void readBy(int bytes) {
        buffer = new byte[bytes];
    }

    @Override
    public boolean next() throws IOException {
        at += length;
        length = 0;
        if (at == end && bytesLeft == 0) {
            return false;
        }
        need(ReleaseRecords.HEADER);
        int needed = ReleaseRecords.length(buffer, at);
        need(needed);
        length = needed;
        return true;
    }

    @Override
    public byte[] array() {
        return buffer;
    }

    @Override
    public int at() {
        return at;
    }

    private void need(int count) throws IOException {
        if (end - at >= count) {
            return;
        }
        // A new array where the old one is too small; records of usual length go on using the first.
        byte[] target = count > buffer.length ? new byte[count] : buffer;
        System.arraycopy(buffer, at, target, 0, end - at);
        buffer = target;
        end -= at;
        at = 0;
        while (end < count) {
            int wanted = (int) Math.min(bytesLeft, Math.min(buffer.length - end, WRITTEN_AT_ONCE));
            int read = wanted == 0 ? -1 : channel.read(ByteBuffer.wrap(buffer, end, wanted));
            if (read < 0) {
                throw new EOFException("temporary file " + path + " is cut off");
            }
            end += read;
            bytesLeft -= read;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(path);
    }
}
