package io.tenderhub.documents;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamReader;

/** Which files of a DOCX hold text, as its list of content types tells. */
final class ContentTypes implements SafeXml.Listener {
    private static final Map<String, String> KINDS = new LinkedHashMap<>(Map.of(
            "wordprocessingml.document.main+xml", "main",
            "wordprocessingml.template.main+xml", "main",
            "ms-word.document.macroEnabled.main+xml", "main",
            "ms-word.template.macroEnabledTemplate.main+xml", "main",
            "wordprocessingml.header+xml", "header",
            "wordprocessingml.footer+xml", "footer",
            "wordprocessingml.footnotes+xml", "footnotes",
            "wordprocessingml.endnotes+xml", "endnotes"));

    private final Map<String, String> parts = new TreeMap<>();

    private ContentTypes() {}

    /** Names of files in order, with {@code main}, {@code header}, {@code footer}, {@code footnotes} or {@code endnotes}. */
    static Map<String, String> read(byte[] xml) throws IOException {
        ContentTypes types = new ContentTypes();
        SafeXml.walk(xml, types);
        return types.parts;
    }

    @Override
    public void begin(XMLStreamReader at) {
        Optional<String> part = Optional.ofNullable(at.getAttributeValue(null, "PartName"));
        Optional<String> type = Optional.ofNullable(at.getAttributeValue(null, "ContentType"));
        if (at.getLocalName().equals("Override") && part.isPresent() && type.isPresent()) {
            KINDS.forEach((ending, kind) -> {
                if (type.get().endsWith(ending)) {
                    parts.put(part.get().startsWith("/") ? part.get().substring(1) : part.get(), kind);
                }
            });
        }
    }

    @Override
    public void end(String namespace, String name) {
        // Only attributes matter.
    }

    @Override
    public void letters(String letters) {
        // Only attributes matter.
    }
}
