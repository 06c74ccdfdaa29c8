package io.tenderhub.documents;

import java.io.IOException;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;

/**
 * The text of WordprocessingML: a line for each paragraph and each row of a table, with tabs between its cells. Deleted, moved and
 * hidden text is left out, and so is the second telling of what newer programs draw in another way.
 */
final class WordXml implements SafeXml.Listener {
    private static final Set<String> WORD = Set.of(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main");
    private static final String COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006";
    private static final String FORMULA = "http://schemas.openxmlformats.org/officeDocument/2006/math";
    private static final Set<String> PASSED_OVER = Set.of("del", "moveFrom", "tabs", "sectPr", "instrText", "delText");

    private final BoundedText text;
    private int passedOver;
    private int cells;
    private boolean inText;
    private boolean inRun;
    private boolean hidden;
    private boolean listed;

    private WordXml(BoundedText text) {
        this.text = text;
    }

    /** @throws BoundedText.FullException when there is more text than is taken */
    static void read(byte[] xml, BoundedText text) throws IOException {
        SafeXml.walk(xml, new WordXml(text));
    }

    @Override
    public void begin(XMLStreamReader at) throws IOException {
        String namespace = String.valueOf(at.getNamespaceURI());
        String name = at.getLocalName();
        if (passedOver > 0 || isPassedOver(namespace, name)) {
            passedOver++;
        } else if (WORD.contains(namespace)) {
            begin(name, at);
        } else if (namespace.equals(FORMULA) && name.equals("t")) {
            inText = true;
        }
    }

    private void begin(String name, XMLStreamReader at) throws IOException {
        switch (name) {
            case "p" -> listed = false;
            case "numId" -> listed = !"0".equals(value(at));
            case "tc" -> cells++;
            case "r" -> {
                inRun = true;
                hidden = false;
            }
            case "vanish" -> hidden = inRun && !Set.of("0", "false", "off").contains(value(at));
            case "t" -> {
                inText = true;
                if (listed && !hidden) {
                    text.add("• ");
                    listed = false;
                }
            }
            case "tab" -> text.add('\t');
            case "br", "cr" -> text.add(cells > 0 ? ' ' : '\n');
            case "noBreakHyphen" -> text.add('-');
            default -> {
                // Everything else is how it looks.
            }
        }
    }

    @Override
    public void end(String namespace, String name) throws IOException {
        if (passedOver > 0) {
            passedOver--;
        } else if (name.equals("t")) {
            inText = false;
        } else if (WORD.contains(namespace)) {
            switch (name) {
                case "r" -> inRun = false;
                case "p" -> text.add(cells > 0 ? ' ' : '\n');
                case "tc" -> {
                    cells--;
                    text.add('\t');
                }
                case "tr" -> text.add(cells > 0 ? ' ' : '\n');
                default -> {
                    // Everything else is how it looks.
                }
            }
        }
    }

    @Override
    public void letters(String letters) throws IOException {
        if (inText && !hidden && passedOver == 0) {
            text.add(letters);
        }
    }

    private static boolean isPassedOver(String namespace, String name) {
        return WORD.contains(namespace)
                ? PASSED_OVER.contains(name)
                : namespace.equals(COMPATIBILITY) && name.equals("Fallback");
    }

    private static String value(XMLStreamReader at) {
        for (int i = 0; i < at.getAttributeCount(); i++) {
            if (at.getAttributeLocalName(i).equals("val")) {
                return at.getAttributeValue(i);
            }
        }
        return "";
    }
}
