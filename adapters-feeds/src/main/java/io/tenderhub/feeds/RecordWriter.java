package io.tenderhub.feeds;

import io.tenderhub.feeds.published.GrowingBytes;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Makes records of releases, one after the other in input order, and gives them to a sorter. One for each thread. */
final class RecordWriter {
    private final RecordSorter sorter;
    private final boolean withOrigin;
    private final SoundReleaseLine line = new SoundReleaseLine();
    private @Nullable ReleaseRecords records;
    private long number;

    /** @param withOrigin whether anybody asks where a release comes from */
    RecordWriter(RecordSorter sorter, boolean withOrigin) {
        this.sorter = sorter;
        this.withOrigin = withOrigin;
    }

    /** The number of the next release; those that follow it count on. */
    void goOnFrom(long nextNumber) {
        number = nextNumber;
    }

    /** Adds the release of a line; false if the line is anything else, or needs a closer look. */
    boolean add(byte[] bytes, int from, int to, byte[] name, long lineNumber) {
        ReleaseRecords records = roomFor(to - from + name.length + 2 * ReleaseRecords.HEADER);
        GrowingBytes out = records.bytes();
        int at = records.begin();
        if (!line.take(bytes, from, to, out)) {
            out.setLength(at);
            return false;
        }
        int jsonTo = out.length();
        if (withOrigin) {
            ReleaseOrigin.write(out, name, lineNumber);
        }
        records.end(
                at, jsonTo, line.ocidFrom(), line.ocidTo(), jsonTo, true, line.epochSecond(), line.nano(), number++);
        return true;
    }

    void add(PublishedRelease release) {
        String text = PublishedJson.text(release.json());
        boolean sound = true;
        byte[] json;
        try {
            ByteBuffer utf8 = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            json = new byte[utf8.remaining()];
            utf8.get(json);
        } catch (CharacterCodingException halfACharacter) {
            sound = false;
            json = PublishedJson.bytes(release.json());
        }
        byte[] ocid = release.ocid().getBytes(StandardCharsets.UTF_8);
        ReleaseRecords records = roomFor(json.length + ocid.length + 2 * ReleaseRecords.HEADER);
        GrowingBytes out = records.bytes();
        int at = records.begin();
        out.write(json);
        int jsonTo = out.length();
        out.write(ocid);
        int origin = out.length();
        if (withOrigin) {
            new ReleaseOrigin(release.source(), release.warnings()).writeTo(out);
        }
        records.end(
                at,
                jsonTo,
                jsonTo,
                origin,
                origin,
                sound,
                release.date().getEpochSecond(),
                release.date().getNano(),
                number++);
    }

    private ReleaseRecords roomFor(int bytes) {
        ReleaseRecords open = records;
        if (open != null && open.bytes().room() < bytes) {
            giveBack(open);
            open = null;
        }
        if (open == null) {
            open = sorter.borrow(bytes);
            records = open;
        }
        return open;
    }

    private void giveBack(ReleaseRecords open) {
        records = null;
        sorter.giveBack(open);
    }

    /** Gives to the sorter what it does not have yet; more may be added afterwards. */
    void handOver() {
        if (records != null) {
            giveBack(records);
        }
    }
}
