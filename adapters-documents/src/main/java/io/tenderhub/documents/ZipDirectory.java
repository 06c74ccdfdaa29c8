package io.tenderhub.documents;

import io.tenderhub.failure.UnreadableDocumentException.Reason;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Reads the directory at the end of a ZIP archive. Stops at the number of files that are taken, so a directory of 200,000 files costs no
 * more than one of 1,000; refuses files whose bytes overlap, for that is how a small archive unpacks to anything.
 */
final class ZipDirectory {
    private static final int END = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int MOST_COMMENT = 0xFFFF;
    private static final int END64 = 0x06064b50;
    private static final int LOCATOR64 = 0x07064b50;
    private static final int LOCATOR64_BYTES = 20;
    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_BYTES = 46;
    private static final int LOCAL = 0x04034b50;
    private static final int LOCAL_BYTES = 30;
    private static final int EXTRA64 = 1;
    private static final long IN_EXTRA64 = 0xFFFF_FFFFL;
    private static final int ENCRYPTED = 1;
    private static final int NAME_IN_UTF8 = 1 << 11;
    /** What names are written in that are not UTF-8; a runtime without it shows other letters for them. */
    private static final Charset OLD_NAMES =
            Charset.isSupported("IBM437") ? Charset.forName("IBM437") : StandardCharsets.ISO_8859_1;

    private final ByteBuffer zip;
    private final int mostFiles;

    private ZipDirectory(byte[] zip, int mostFiles) {
        this.zip = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        this.mostFiles = mostFiles;
    }

    /**
     * The files of an archive, in the order of its directory.
     *
     * @throws RefusedException if it is damaged, or has more files than these, or files that overlap
     */
    static List<ArchivedFile> read(byte[] zip, int mostFiles) throws RefusedException {
        try {
            return new ZipDirectory(zip, mostFiles).files();
        } catch (IndexOutOfBoundsException pointsOutOfTheArchive) {
            throw damaged("its directory points out of it");
        }
    }

    private List<ArchivedFile> files() throws RefusedException {
        int end = end();
        int position = begin(end);
        List<ArchivedFile> files = new ArrayList<>();
        List<int[]> places = new ArrayList<>();
        while (position < end && zip.getInt(position) == ENTRY) {
            if (files.size() == mostFiles) {
                throw new RefusedException(Reason.TOO_MUCH_INSIDE, "it holds more than " + mostFiles + " files");
            }
            int nameLength = u16(position + 28);
            int extraLength = u16(position + 30);
            int extra = position + ENTRY_BYTES + nameLength;
            int local = local(position, extra, extraLength);
            int start = start(local);
            int packed = packed(position, extra, extraLength);
            if (start < 0 || packed < 0 || (long) start + packed > end) {
                throw damaged("a file in it lies outside of it");
            }
            int flags = u16(position + 8);
            files.add(new ArchivedFile(
                    name(position + ENTRY_BYTES, nameLength, (flags & NAME_IN_UTF8) != 0),
                    (flags & ENCRYPTED) != 0,
                    u16(position + 10),
                    start,
                    packed,
                    u32(position + 16)));
            places.add(new int[] {local, start + packed});
            position = extra + extraLength + u16(position + 32);
        }
        if (files.isEmpty() && position != end) {
            throw damaged("its directory can't be read");
        }
        refuseOverlaps(places);
        return files;
    }

    private static void refuseOverlaps(List<int[]> places) throws RefusedException {
        places.sort(Comparator.comparingInt(place -> place[0]));
        for (int i = 1; i < places.size(); i++) {
            if (places.get(i)[0] < places.get(i - 1)[1]) {
                throw new RefusedException(Reason.TOO_MUCH_INSIDE, "its files overlap each other");
            }
        }
    }

    private int end() throws RefusedException {
        int last = zip.capacity() - END_BYTES;
        for (int at = last; at >= Math.max(0, last - MOST_COMMENT); at--) {
            if (zip.getInt(at) == END && at + END_BYTES + u16(at + 20) <= zip.capacity()) {
                return at;
            }
        }
        throw damaged("its directory is missing; it may have been cut off");
    }

    /** Where the directory begins; archives that were appended to something else are not taken. */
    private int begin(int end) throws RefusedException {
        long begin = u32(end + 16);
        if (begin == IN_EXTRA64 && end >= LOCATOR64_BYTES && zip.getInt(end - LOCATOR64_BYTES) == LOCATOR64) {
            int end64 = place(zip.getLong(end - LOCATOR64_BYTES + 8));
            if (zip.getInt(end64) != END64) {
                throw damaged("its directory can't be read");
            }
            begin = zip.getLong(end64 + 48);
        }
        return place(begin);
    }

    private int local(int position, int extra, int extraLength) throws RefusedException {
        long local = u32(position + 42);
        if (local != IN_EXTRA64) {
            return place(local);
        }
        int before = (u32(position + 24) == IN_EXTRA64 ? 8 : 0) + (u32(position + 20) == IN_EXTRA64 ? 8 : 0);
        return place(zip.getLong(extra64(extra, extraLength) + before));
    }

    private int packed(int position, int extra, int extraLength) throws RefusedException {
        long packed = u32(position + 20);
        if (packed != IN_EXTRA64) {
            return place(packed);
        }
        int before = u32(position + 24) == IN_EXTRA64 ? 8 : 0;
        return place(zip.getLong(extra64(extra, extraLength) + before));
    }

    private int extra64(int extra, int extraLength) throws RefusedException {
        int at = extra;
        while (at + 4 <= extra + extraLength) {
            if (u16(at) == EXTRA64) {
                return at + 4;
            }
            at += 4 + u16(at + 2);
        }
        throw damaged("its directory can't be read");
    }

    private int start(int local) throws RefusedException {
        if (zip.getInt(local) != LOCAL) {
            throw damaged("its directory points to what is no file");
        }
        return local + LOCAL_BYTES + u16(local + 26) + u16(local + 28);
    }

    private int place(long position) throws RefusedException {
        if (position < 0 || position > zip.capacity()) {
            throw damaged("its directory points out of it");
        }
        return (int) position;
    }

    private String name(int start, int length, boolean saysUtf8) {
        ByteBuffer name = zip.slice(start, length);
        try {
            // Many programs write UTF-8 without saying so; old letters hardly ever are UTF-8 by chance.
            return StandardCharsets.UTF_8.newDecoder().decode(name).toString();
        } catch (CharacterCodingException e) {
            return (saysUtf8 ? StandardCharsets.UTF_8 : OLD_NAMES)
                    .decode(zip.slice(start, length))
                    .toString();
        }
    }

    private int u16(int at) {
        return Short.toUnsignedInt(zip.getShort(at));
    }

    private long u32(int at) {
        return Integer.toUnsignedLong(zip.getInt(at));
    }

    private static RefusedException damaged(String detail) {
        return new RefusedException(Reason.DAMAGED, detail);
    }
}
