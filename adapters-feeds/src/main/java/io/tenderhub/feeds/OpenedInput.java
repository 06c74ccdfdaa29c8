package io.tenderhub.feeds;

import io.tenderhub.tender.Warning;
import io.tenderhub.tender.WarningCode;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The unpacked bytes of an input, in an encoding that has ASCII as its base, and how to make text of them.
 *
 * @param bytes from the beginning, without byte order mark
 * @param beginning the first bytes again, to look at
 * @param complete whether {@code beginning} is all there is
 * @param encoding of all bytes, where it is not UTF-8; what claims to be UTF-8 is checked piece by piece
 * @param warnings that concern every tender in it
 */
record OpenedInput(
        InputStream bytes, byte[] beginning, boolean complete, Optional<Charset> encoding, List<Warning> warnings) {
    static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final int LOOK_AHEAD = 256 * 1024;
    private static final int BUFFER = 64 * 1024;

    static OpenedInput open(InputStream published) throws IOException {
        InputStream plain = unpacked(published);
        Head looked = Head.of(plain);
        byte[] head = looked.bytes();
        Optional<Charset> wide = wideEncoding(head);
        if (wide.isPresent()) {
            InputStream all = new SequenceInputStream(new ByteArrayInputStream(head), plain);
            InputStream utf8 = new Utf8Stream(new InputStreamReader(all, wide.get()));
            byte[] beginning = withoutMark(utf8.readNBytes(LOOK_AHEAD));
            return of(beginning, looked.cutOff(), utf8, Optional.empty(), List.of(notUtf8(wide.get())));
        }
        boolean latin = isMostlyNotUtf8(head);
        return of(
                withoutMark(head),
                looked.cutOff(),
                plain,
                latin ? Optional.of(WINDOWS_1252) : Optional.empty(),
                latin ? List.of(notUtf8(WINDOWS_1252)) : List.of());
    }

    private static OpenedInput of(
            byte[] beginning, boolean cutOff, InputStream rest, Optional<Charset> encoding, List<Warning> warnings) {
        return new OpenedInput(
                new SequenceInputStream(new ByteArrayInputStream(beginning), rest),
                beginning,
                !cutOff && beginning.length < LOOK_AHEAD - 4,
                encoding,
                warnings);
    }

    /** The text of some of the bytes; by Windows-1252 where they are not UTF-8, which then is said in the warnings. */
    Text text(byte[] piece, int length) {
        if (encoding.isPresent()) {
            return new Text(new String(piece, 0, length, encoding.get()), warnings);
        }
        try {
            return new Text(
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(piece, 0, length))
                            .toString(),
                    warnings);
        } catch (CharacterCodingException e) {
            return new Text(new String(piece, 0, length, WINDOWS_1252), List.of(notUtf8(WINDOWS_1252)));
        }
    }

    /**
     * The first bytes of a stream. Packed data that is broken off gives what it holds before the break, and its failure again
     * to whoever reads on.
     */
    private record Head(byte[] bytes, boolean cutOff) {
        static Head of(InputStream stream) throws IOException {
            ByteArrayOutputStream read = new ByteArrayOutputStream();
            byte[] chunk = new byte[8 * 1024];
            try {
                int count = 0;
                while (count >= 0 && read.size() < LOOK_AHEAD) {
                    read.write(chunk, 0, count);
                    count = stream.read(chunk, 0, Math.min(chunk.length, LOOK_AHEAD - read.size()));
                }
                return new Head(read.toByteArray(), false);
            } catch (EOFException | ZipException e) {
                if (read.size() == 0) {
                    throw e;
                }
                return new Head(read.toByteArray(), true);
            }
        }
    }

    /** Text with the warnings about its making. */
    record Text(String text, List<Warning> warnings) {}

    static Warning notUtf8(Charset charset) {
        return new Warning(WarningCode.NOT_UTF8, "", "The bytes are not UTF-8; read as " + charset.name() + ".");
    }

    private static InputStream unpacked(InputStream published) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(published, BUFFER);
        buffered.mark(2);
        boolean gzip = buffered.read() == 0x1f && buffered.read() == 0x8b;
        buffered.reset();
        return gzip ? new GZIPInputStream(buffered, BUFFER) : buffered;
    }

    private static Optional<Charset> wideEncoding(byte[] head) {
        int first = head.length > 1 ? (head[0] & 0xff) << 8 | head[1] & 0xff : 0;
        int second = head.length > 3 ? (head[2] & 0xff) << 8 | head[3] & 0xff : 0;
        return switch (first) {
            case 0xfeff -> Optional.of(StandardCharsets.UTF_16BE);
            case 0xfffe -> Optional.of(StandardCharsets.UTF_16LE);
            case '{', '[' -> second > 0 && second < 0x80 ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
            case '{' << 8, '[' << 8 ->
                second > 0 && (second & 0xff) == 0 ? Optional.of(StandardCharsets.UTF_16LE) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static byte[] withoutMark(byte[] head) {
        boolean marked = head.length > 2 && head[0] == (byte) 0xef && head[1] == (byte) 0xbb && head[2] == (byte) 0xbf;
        return marked ? Arrays.copyOfRange(head, 3, head.length) : head;
    }

    /** Whether more of the bytes outside ASCII break UTF-8 than follow it: then the whole input is taken as Windows-1252. */
    private static boolean isMostlyNotUtf8(byte[] head) {
        int good = 0;
        int bad = 0;
        for (int i = 0; i < head.length; i++) {
            int lead = head[i] & 0xff;
            if (lead < 0x80) {
                continue;
            }
            int more = lead >= 0xc2 && lead < 0xe0
                    ? 1
                    : lead >= 0xe0 && lead < 0xf0 ? 2 : lead >= 0xf0 && lead < 0xf5 ? 3 : 0;
            if (i + more >= head.length) {
                break;
            }
            boolean follows = more > 0;
            for (int k = 1; k <= more; k++) {
                follows &= (head[i + k] & 0xc0) == 0x80;
            }
            if (follows) {
                good++;
                i += more;
            } else {
                bad++;
            }
        }
        return bad > good;
    }
}
