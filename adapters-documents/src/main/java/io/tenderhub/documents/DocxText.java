package io.tenderhub.documents;

import io.tenderhub.failure.UnreadableDocumentException.Reason;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes the text out of one DOCX: headers, body, notes and footers, each different one once. */
final class DocxText {
    private static final String TYPES = "[Content_Types].xml";
    private static final List<String> IN_ORDER = List.of("header", "main", "footnotes", "endnotes", "footer");

    private DocxText() {}

    /** @throws BoundedText.FullException when there is more text than is taken */
    static void read(ZipArchive docx, BoundedText text) throws IOException {
        ArchivedFile types = docx.find(TYPES).orElseThrow(DocxText::noText);
        Map<String, String> parts = ContentTypes.read(docx.unpack(types));
        if (!parts.containsValue("main")) {
            throw noText();
        }
        for (String kind : IN_ORDER) {
            Set<String> different = new LinkedHashSet<>();
            for (Map.Entry<String, String> part : parts.entrySet()) {
                if (part.getValue().equals(kind)) {
                    ArchivedFile file = docx.find(part.getKey()).orElseThrow(DocxText::noText);
                    different.add(read(docx.unpack(file), text));
                }
            }
            for (String one : different) {
                text.add(one);
                text.add('\n');
            }
        }
    }

    private static String read(byte[] xml, BoundedText all) throws IOException {
        BoundedText text = new BoundedText(all.room());
        try {
            WordXml.read(xml, text);
        } catch (BoundedText.FullException more) {
            // What there is goes to the whole, which is full by it.
            all.add(text.text() + ' ');
        }
        return text.text();
    }

    private static RefusedException noText() {
        return new RefusedException(Reason.DAMAGED, "the text of the DOCX is missing");
    }
}
