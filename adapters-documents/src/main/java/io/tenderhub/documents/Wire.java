package io.tenderhub.documents;

import io.tenderhub.document.DocumentPart;
import io.tenderhub.document.DocumentText;
import io.tenderhub.document.DocumentType;
import io.tenderhub.document.SkippedPart;
import io.tenderhub.failure.UnreadableDocumentException.Reason;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** What the program and the process that reads tell each other: one document there, one answer back. */
final class Wire {
    /** More than any answer has; what comes from the process is not believed either. */
    private static final int MOST_BYTES = 16 * 1024 * 1024;

    private static final int MOST_PARTS = 100_000;
    private static final int NO_PAGES = -1;

    private Wire() {}

    /** One document to be read. */
    record Task(String name, DocumentType type, byte[] content, Limits limits) {}

    static void writeTask(DataOutputStream to, Task task) throws IOException {
        Limits limits = task.limits();
        to.writeLong(limits.unpackedBytes());
        to.writeLong(limits.bytesOfOne());
        to.writeInt(limits.ratio());
        to.writeInt(limits.files());
        to.writeInt(limits.depth());
        to.writeInt(limits.pages());
        to.writeInt(limits.letters());
        writeText(to, task.name());
        to.writeByte(task.type().ordinal());
        writeBytes(to, task.content());
    }

    static Task readTask(DataInputStream from) throws IOException {
        Limits limits = new Limits(
                from.readLong(),
                from.readLong(),
                from.readInt(),
                from.readInt(),
                from.readInt(),
                from.readInt(),
                from.readInt());
        return new Task(readText(from), DocumentType.values()[from.readByte()], readBytes(from), limits);
    }

    static void writeText(DataOutputStream to, DocumentText text) throws IOException {
        to.writeBoolean(true);
        writeText(to, text.name());
        to.writeByte(text.type().ordinal());
        to.writeInt(text.parts().size());
        for (DocumentPart part : text.parts()) {
            writeText(to, part.name());
            to.writeByte(part.type().ordinal());
            to.writeInt(part.pages().orElse(NO_PAGES));
            writeText(to, part.text());
            to.writeBoolean(part.truncated());
        }
        to.writeInt(text.skipped().size());
        for (SkippedPart part : text.skipped()) {
            writeText(to, part.name());
            to.writeByte(part.reason().ordinal());
            writeText(to, part.detail());
        }
    }

    static void writeRefusal(DataOutputStream to, RefusedException refusal) throws IOException {
        to.writeBoolean(false);
        to.writeByte(refusal.reason().ordinal());
        writeText(to, refusal.detail());
    }

    /** @throws RefusedException if that is the answer; any other failure says that there was none */
    static DocumentText readAnswer(DataInputStream from) throws IOException {
        if (!from.readBoolean()) {
            throw new RefusedException(Reason.values()[from.readByte()], readText(from));
        }
        String name = readText(from);
        DocumentType type = DocumentType.values()[from.readByte()];
        List<DocumentPart> parts = new ArrayList<>();
        for (int left = count(from); left > 0; left--) {
            parts.add(new DocumentPart(
                    readText(from),
                    DocumentType.values()[from.readByte()],
                    pages(from.readInt()),
                    readText(from),
                    from.readBoolean()));
        }
        List<SkippedPart> skipped = new ArrayList<>();
        for (int left = count(from); left > 0; left--) {
            skipped.add(new SkippedPart(readText(from), Reason.values()[from.readByte()], readText(from)));
        }
        return new DocumentText(name, type, parts, skipped);
    }

    private static OptionalInt pages(int number) {
        return number == NO_PAGES ? OptionalInt.empty() : OptionalInt.of(number);
    }

    private static int count(DataInputStream from) throws IOException {
        return checked(from.readInt(), MOST_PARTS);
    }

    private static void writeText(DataOutputStream to, String text) throws IOException {
        writeBytes(to, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String readText(DataInputStream from) throws IOException {
        return new String(readBytes(from), StandardCharsets.UTF_8);
    }

    private static void writeBytes(DataOutputStream to, byte[] bytes) throws IOException {
        to.writeInt(bytes.length);
        to.write(bytes);
    }

    private static byte[] readBytes(DataInputStream from) throws IOException {
        int length = checked(from.readInt(), MOST_BYTES);
        byte[] bytes = from.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the answer was cut off");
        }
        return bytes;
    }

    private static int checked(int number, int most) throws IOException {
        if (number < 0 || number > most) {
            throw new IOException("not an answer");
        }
        return number;
    }
}
