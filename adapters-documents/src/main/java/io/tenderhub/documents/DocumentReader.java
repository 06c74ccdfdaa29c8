package io.tenderhub.documents;

import io.tenderhub.document.DocumentName;
import io.tenderhub.document.DocumentPart;
import io.tenderhub.document.DocumentText;
import io.tenderhub.document.DocumentType;
import io.tenderhub.document.SkippedPart;
import io.tenderhub.failure.UnreadableDocumentException.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads one document whose type is known, with what is in it. Made anew for each. */
final class DocumentReader {
    /** What matters most of several files of which none could be read. */
    private static final List<Reason> BY_WEIGHT = List.of(
            Reason.TOO_MUCH_INSIDE,
            Reason.ENCRYPTED,
            Reason.DAMAGED,
            Reason.NO_TEXT,
            Reason.NOT_WHAT_IT_SAYS,
            Reason.UNSUPPORTED_TYPE);

    private final Budget budget;
    private final List<DocumentPart> parts = new ArrayList<>();
    private final List<SkippedPart> skipped = new ArrayList<>();
    private int lettersLeft;

    DocumentReader(Limits limits) {
        this.budget = new Budget(limits);
        this.lettersLeft = limits.letters();
    }

    /** @throws RefusedException if there is no text to be had of it */
    DocumentText read(String name, DocumentType type, byte[] content) throws RefusedException {
        try {
            if (type == DocumentType.ZIP) {
                archive("", content, 1);
            } else {
                one(name, type, content);
            }
        } catch (RefusedException e) {
            throw e;
        } catch (IOException e) {
            throw new RefusedException(Reason.DAMAGED, "it can't be unpacked");
        }
        if (parts.isEmpty()) {
            throw nothingIn();
        }
        return new DocumentText(name, type, parts, skipped);
    }

    private void archive(String path, byte[] content, int depth) throws IOException {
        ZipArchive archive = new ZipArchive(content, budget);
        for (ArchivedFile file : archive.files()) {
            String name = path + DocumentName.ofEntry(file.name());
            if (file.isFolder() || isLeftBySystems(file.name())) {
                continue;
            }
            try {
                archived(archive, file, name, depth);
            } catch (RefusedException e) {
                if (budget.isExceeded()) {
                    throw e;
                }
                skipped.add(new SkippedPart(name, e.reason(), e.detail()));
            }
        }
    }

    private void archived(ZipArchive archive, ArchivedFile file, String name, int depth) throws IOException {
        Optional<Claim> claim = Claim.ofName(name);
        if (claim.filter(Claim::isOfNothingRead).isPresent()) {
            throw new RefusedException(Reason.UNSUPPORTED_TYPE, "files of its kind are not read");
        }
        if (lettersLeft == 0) {
            throw new RefusedException(Reason.TOO_MUCH_INSIDE, "there was as much text before it as is taken");
        }
        byte[] content = archive.unpack(file);
        DocumentType type = Claim.check(claim.stream().toList(), Content.of(content, budget.limits()));
        if (type != DocumentType.ZIP) {
            one(name, type, content);
        } else if (depth < budget.limits().depth()) {
            archive(name + "/", content, depth + 1);
        } else {
            throw new RefusedException(Reason.TOO_MUCH_INSIDE, "it is an archive too deep within others");
        }
    }

    private void one(String name, DocumentType type, byte[] content) throws IOException {
        BoundedText text = new BoundedText(lettersLeft);
        OptionalInt pages = OptionalInt.empty();
        try {
            switch (type) {
                case PDF -> pages = OptionalInt.of(PdfText.read(content, budget.limits(), text));
                case DOCX -> DocxText.read(new ZipArchive(content, budget), text);
                case TEXT -> text.add(PlainText.decode(content).orElse(""));
                case ZIP -> throw new IllegalStateException("an archive has parts");
            }
        } catch (BoundedText.FullException more) {
            // The text knows that it is full.
        }
        String tidy = TidyText.of(text.isFull() ? wholeWords(text.text()) : text.text());
        if (!TidyText.saysSomething(tidy)) {
            throw new RefusedException(Reason.NO_TEXT, "there is no text in it; it may be a scan");
        }
        lettersLeft -= Math.min(lettersLeft, text.text().length());
        boolean pagesLeftOut =
                pages.isPresent() && pages.getAsInt() > budget.limits().pages();
        parts.add(new DocumentPart(name, type, pages, tidy, text.isFull() || pagesLeftOut));
    }

    /** Half a number would be another one. */
    private static String wholeWords(String cut) {
        int end = cut.length();
        while (end > 0 && !Character.isWhitespace(cut.charAt(end - 1))) {
            end--;
        }
        return end == 0 ? cut : cut.substring(0, end);
    }

    private RefusedException nothingIn() {
        return skipped.stream()
                .min(Comparator.comparingInt(part -> BY_WEIGHT.indexOf(part.reason())))
                .map(part -> new RefusedException(
                        part.reason(),
                        "none of the files in it can be read (" + skipped.size() + "); " + part.name() + ": "
                                + part.detail()))
                .orElseGet(() -> new RefusedException(Reason.NO_TEXT, "there is no file in it"));
    }

    /** What systems put into archives without being asked, and nobody means to hand in. */
    private static boolean isLeftBySystems(String name) {
        String file = name.substring(name.lastIndexOf('/') + 1);
        return name.startsWith("__MACOSX/") || file.equals(".DS_Store") || file.equals("Thumbs.db");
    }
}
