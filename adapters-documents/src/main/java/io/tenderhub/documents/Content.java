package io.tenderhub.documents;

import io.tenderhub.document.DocumentType;
import io.tenderhub.failure.UnreadableDocumentException.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What some bytes are, by what they begin with and, of archives, by the names of the files in them. */
enum Content {
    PDF("a PDF", DocumentType.PDF),
    DOCX("a DOCX", DocumentType.DOCX),
    ZIP("a ZIP archive", DocumentType.ZIP),
    TEXT("plain text", DocumentType.TEXT),
    EMPTY("empty", null),
    ENCRYPTED_OFFICE("an encrypted Office document", null),
    OLD_OFFICE("an Office document of the kind before 2007", null),
    XLSX("an Excel workbook", null),
    PPTX("a PowerPoint presentation", null),
    OPEN_DOCUMENT("an OpenDocument file", null),
    RTF("a rich text file", null),
    HTML("an HTML page", null),
    PNG("a PNG image", null),
    JPEG("a JPEG image", null),
    GIF("a GIF image", null),
    TIFF("a TIFF image", null),
    PROGRAM("a program", null),
    GZIP("a gzip file", null),
    RAR("a RAR archive", null),
    SEVEN_ZIP("a 7-Zip archive", null),
    UNKNOWN("of no known kind", null);

    /** Some programs write other things before a PDF; readers look for it this far. */
    private static final int PDF_WITHIN = 1_024;

    private final String description;
    private final @Nullable DocumentType type;

    Content(String description, @Nullable DocumentType type) {
        this.description = description;
        this.type = type;
    }

    /** Fits after "it is". */
    String description() {
        return description;
    }

    /** Empty of what is not read. */
    Optional<DocumentType> type() {
        return Optional.ofNullable(type);
    }

    /** @throws RefusedException if it is an archive whose directory can't be read, or has too many files */
    static Content of(byte[] bytes, Limits limits) throws RefusedException {
        if (bytes.length == 0) {
            return EMPTY;
        }
        if (begins(bytes, "PK\u0003\u0004") || begins(bytes, "PK\u0005\u0006")) {
            return archive(ZipDirectory.read(bytes, limits.files()));
        }
        if (begins(bytes, "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) {
            return contains(bytes, "EncryptedPackage") ? ENCRYPTED_OFFICE : OLD_OFFICE;
        }
        Optional<Content> marked = marked(bytes);
        if (marked.isPresent()) {
            return marked.get();
        }
        String beginning = latin(bytes, PDF_WITHIN);
        if (beginning.contains("%PDF-")) {
            return PDF;
        }
        if (PlainText.decode(bytes).isEmpty()) {
            return UNKNOWN;
        }
        String first =
                beginning.replace("\u00ef\u00bb\u00bf", "").stripLeading().toLowerCase(Locale.ROOT);
        return first.startsWith("<!doctype html") || first.startsWith("<html") ? HTML : TEXT;
    }

    private static Optional<Content> marked(byte[] bytes) {
        record Mark(String beginning, Content content) {}
        return List.of(
                        new Mark("%PDF-", PDF),
                        new Mark("\u0089PNG\r\n", PNG),
                        new Mark("\u00ff\u00d8\u00ff", JPEG),
                        new Mark("GIF8", GIF),
                        new Mark("II*\u0000", TIFF),
                        new Mark("MM\u0000*", TIFF),
                        new Mark("MZ", PROGRAM),
                        new Mark("\u007fELF", PROGRAM),
                        new Mark("\u00ca\u00fe\u00ba\u00be", PROGRAM),
                        new Mark("\u001f\u008b", GZIP),
                        new Mark("Rar!\u001a", RAR),
                        new Mark("7z\u00bc\u00af\u0027\u001c", SEVEN_ZIP),
                        new Mark("{\\rtf", RTF))
                .stream()
                .filter(mark -> begins(bytes, mark.beginning()))
                .filter(mark ->
                        mark.content() != PROGRAM || PlainText.decode(bytes).isEmpty())
                .map(Mark::content)
                .findFirst();
    }

    private static Content archive(List<ArchivedFile> files) throws RefusedException {
        List<String> names = files.stream().map(ArchivedFile::name).toList();
        if (names.contains("[Content_Types].xml")) {
            return office(names);
        }
        if (names.contains("mimetype") && names.contains("content.xml")) {
            return OPEN_DOCUMENT;
        }
        return ZIP;
    }

    private static Content office(List<String> names) throws RefusedException {
        if (names.stream().anyMatch(name -> name.startsWith("word/"))) {
            return DOCX;
        }
        if (names.stream().anyMatch(name -> name.startsWith("xl/"))) {
            return XLSX;
        }
        if (names.stream().anyMatch(name -> name.startsWith("ppt/"))) {
            return PPTX;
        }
        throw new RefusedException(Reason.UNSUPPORTED_TYPE, "it is an Office file of no known kind");
    }

    private static boolean begins(byte[] bytes, String mark) {
        return latin(bytes, mark.length()).equals(mark);
    }

    private static boolean contains(byte[] bytes, String name) {
        byte[] wanted = name.getBytes(StandardCharsets.UTF_16LE);
        for (int i = 0; i + wanted.length <= bytes.length; i++) {
            if (bytes[i] == wanted[0] && Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return true;
            }
        }
        return false;
    }

    private static String latin(byte[] bytes, int most) {
        return new String(bytes, 0, Math.min(most, bytes.length), StandardCharsets.ISO_8859_1);
    }
}
