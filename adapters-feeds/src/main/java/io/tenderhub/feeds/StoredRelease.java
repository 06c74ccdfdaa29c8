package io.tenderhub.feeds;

import io.tenderhub.tender.Source;
import io.tenderhub.tender.Warning;
import io.tenderhub.tender.WarningCode;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A release as bytes, a fraction of its size as a tree.
 *
 * @param number of the release in input order, which decides between equal dates
 */
record StoredRelease(String ocid, Instant date, long number, Source source, List<Warning> warnings, byte[] json) {
    static final Comparator<StoredRelease> ORDER = Comparator.comparing(StoredRelease::ocid)
            .thenComparing(StoredRelease::date)
            .thenComparingLong(StoredRelease::number);
    private static final int OVERHEAD = 400;

    static StoredRelease of(PublishedRelease release, long number) {
        return new StoredRelease(
                release.ocid(),
                release.date(),
                number,
                release.source(),
                release.warnings(),
                PublishedJson.bytes(release.json()));
    }

    PublishedRelease release() {
        return new PublishedRelease(ocid, date, PublishedJson.object(json), source, warnings);
    }

    /** Bytes it takes in memory, about. */
    long size() {
        return json.length + OVERHEAD;
    }

    void write(DataOutputStream out) throws IOException {
        write(out, ocid);
        out.writeLong(date.getEpochSecond());
        out.writeInt(date.getNano());
        out.writeLong(number);
        write(out, source.name());
        write(out, source.position());
        out.writeByte(source.format().ordinal());
        out.writeInt(warnings.size());
        for (Warning warning : warnings) {
            write(out, warning.code().name());
            write(out, warning.path());
            write(out, warning.message());
        }
        out.writeInt(json.length);
        out.write(json);
    }

    /** The next one, or none at the end. */
    static Optional<StoredRelease> read(DataInputStream in) throws IOException {
        String ocid;
        try {
            ocid = readText(in);
        } catch (EOFException end) {
            return Optional.empty();
        }
        Instant date = Instant.ofEpochSecond(in.readLong(), in.readInt());
        long number = in.readLong();
        Source source = new Source(readText(in), readText(in), Source.Format.values()[in.readByte()]);
        List<Warning> warnings = new ArrayList<>();
        for (int i = in.readInt(); i > 0; i--) {
            warnings.add(new Warning(WarningCode.valueOf(readText(in)), readText(in), readText(in)));
        }
        return Optional.of(
                new StoredRelease(ocid, date, number, source, List.copyOf(warnings), in.readNBytes(in.readInt())));
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String readText(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
}
