package io.tenderhub.documents;

import io.tenderhub.document.DocumentType;
import io.tenderhub.document.GivenDocument;
import io.tenderhub.failure.UnreadableDocumentException.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the name or the declared type of a document says that it is. It is compared with what it is, never believed.
 *
 * @param words of the claim, such as {@code its name ends in .pdf}
 * @param fits what it may be by this; nothing for what is not read
 */
record Claim(String words, Set<DocumentType> fits) {
    /** A DOCX is a ZIP archive, and clients that do not know it declare that. */
    private static final Set<DocumentType> ZIPPED = Set.of(DocumentType.ZIP, DocumentType.DOCX);

    private static final Map<String, Set<DocumentType>> BY_ENDING = Map.ofEntries(
            Map.entry("pdf", Set.of(DocumentType.PDF)),
            Map.entry("docx", Set.of(DocumentType.DOCX)),
            Map.entry("docm", Set.of(DocumentType.DOCX)),
            Map.entry("dotx", Set.of(DocumentType.DOCX)),
            Map.entry("zip", ZIPPED),
            Map.entry("txt", Set.of(DocumentType.TEXT)),
            Map.entry("text", Set.of(DocumentType.TEXT)),
            Map.entry("md", Set.of(DocumentType.TEXT)));
    /** Endings that say something else; any other ending may be a part of the name. */
    private static final Set<String> NOT_READ = Set.of(
            "xlsx", "xlsm", "xls", "csv", "doc", "dot", "rtf", "pptx", "ppt", "odt", "ods", "odp", "xml", "html", "htm",
            "json", "png", "jpg", "jpeg", "gif", "tif", "tiff", "bmp", "svg", "webp", "heic", "exe", "dll", "msi",
            "bat", "cmd", "com", "sh", "js", "vbs", "ps1", "jar", "apk", "iso", "rar", "7z", "gz", "tgz", "tar", "bz2",
            "xz", "eml", "msg", "dwg", "dxf", "mp3", "mp4", "avi", "mov");

    private static final Map<String, Set<DocumentType>> BY_MEDIA_TYPE = Map.of(
            DocumentType.PDF.mediaType(),
            Set.of(DocumentType.PDF),
            "application/x-pdf",
            Set.of(DocumentType.PDF),
            DocumentType.DOCX.mediaType(),
            Set.of(DocumentType.DOCX),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.template",
            Set.of(DocumentType.DOCX),
            "application/vnd.ms-word.document.macroenabled.12",
            Set.of(DocumentType.DOCX),
            DocumentType.ZIP.mediaType(),
            ZIPPED,
            "application/x-zip-compressed",
            ZIPPED,
            "application/x-zip",
            ZIPPED,
            DocumentType.TEXT.mediaType(),
            Set.of(DocumentType.TEXT),
            "text/markdown",
            Set.of(DocumentType.TEXT));
    private static final Set<String> SAY_NOTHING = Set.of(
            "",
            "application/octet-stream",
            "binary/octet-stream",
            "application/x-download",
            "application/force-download",
            "application/download",
            "*/*");

    /** What a document says of itself, by its name and by its declared type. */
    static List<Claim> of(GivenDocument document) {
        List<Claim> claims = new ArrayList<>();
        ofName(document.name()).ifPresent(claims::add);
        document.mediaType().flatMap(Claim::ofMediaType).ifPresent(claims::add);
        return claims;
    }

    static Optional<Claim> ofName(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (!name.contains(".") || !(BY_ENDING.containsKey(ending) || NOT_READ.contains(ending))) {
            return Optional.empty();
        }
        return Optional.of(new Claim("its name ends in ." + ending, BY_ENDING.getOrDefault(ending, Set.of())));
    }

    private static Optional<Claim> ofMediaType(String declared) {
        String type = declared.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (SAY_NOTHING.contains(type)) {
            return Optional.empty();
        }
        return Optional.of(new Claim(
                BY_MEDIA_TYPE.containsKey(type) ? "it is declared as " + type : "it is declared as something else",
                BY_MEDIA_TYPE.getOrDefault(type, Set.of())));
    }

    /** Whether nothing of this kind is read. */
    boolean isOfNothingRead() {
        return fits.isEmpty();
    }

    /** @throws RefusedException if the content is not what is claimed, or is not read at all */
    static DocumentType check(List<Claim> claims, Content content) throws RefusedException {
        if (content == Content.EMPTY) {
            throw new RefusedException(Reason.NO_TEXT, "it is empty");
        }
        for (Claim claim : claims) {
            boolean officeAsClaimed =
                    content == Content.ENCRYPTED_OFFICE && claim.fits().contains(DocumentType.DOCX);
            boolean bothNotRead = claim.isOfNothingRead() && content.type().isEmpty();
            boolean fits = content.type().filter(claim.fits()::contains).isPresent();
            if (!fits && !officeAsClaimed && !bothNotRead) {
                throw new RefusedException(
                        Reason.NOT_WHAT_IT_SAYS, claim.words() + ", but it is " + content.description());
            }
        }
        if (content == Content.ENCRYPTED_OFFICE) {
            throw new RefusedException(Reason.ENCRYPTED, "it takes a password to open it");
        }
        return content.type()
                .orElseThrow(() -> new RefusedException(
                        Reason.UNSUPPORTED_TYPE,
                        "it is " + content.description()
                                + ", and only PDF, DOCX, ZIP archives of these and plain text are read"));
    }
}
