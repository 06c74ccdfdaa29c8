package io.tenderhub.feeds;

import io.tenderhub.feeds.published.GrowingBytes;
import io.tenderhub.tender.Source;
import io.tenderhub.tender.Warning;
import io.tenderhub.tender.WarningCode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Where a release comes from, and the warnings about how it was read, as part of a record; releases are OCDS always. */
record ReleaseOrigin(Source source, List<Warning> warnings) {

    static void write(GrowingBytes out, byte[] name, long line) {
        writeInt(out, -1);
        writeInt(out, (int) (line >>> 32));
        writeInt(out, (int) line);
        out.write(name);
    }

    void writeTo(GrowingBytes out) {
        writeInt(out, warnings.size());
        write(out, source.name());
        write(out, source.position());
        for (Warning warning : warnings) {
            write(out, warning.code().name());
            write(out, warning.path());
            write(out, warning.message());
        }
    }

    /** That of a record which has one. */
    static ReleaseOrigin of(byte[] array, int at) {
        return read(array, ReleaseRecords.originFrom(array, at), at + ReleaseRecords.length(array, at));
    }

    private static ReleaseOrigin read(byte[] record, int from, int to) {
        ByteBuffer in = ByteBuffer.wrap(record, from, to - from);
        int count = in.getInt();
        if (count < 0) {
            String position = "line " + in.getLong();
            String name = new String(record, in.position(), in.remaining(), StandardCharsets.UTF_8);
            return new ReleaseOrigin(new Source(name, position, Source.Format.OCDS), List.of());
        }
        Source source = new Source(read(in), read(in), Source.Format.OCDS);
        List<Warning> warnings = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            warnings.add(new Warning(WarningCode.valueOf(read(in)), read(in), read(in)));
        }
        return new ReleaseOrigin(source, List.copyOf(warnings));
    }

    private static void write(GrowingBytes out, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        writeInt(out, bytes.length);
        out.write(bytes);
    }

    private static void writeInt(GrowingBytes out, int number) {
        out.write(number >>> 24);
        out.write(number >>> 16);
        out.write(number >>> 8);
        out.write(number);
    }

    private static String read(ByteBuffer in) {
        byte[] bytes = new byte[in.getInt()];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
