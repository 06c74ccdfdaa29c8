package io.tenderhub.documents;

import io.tenderhub.failure.UnreadableDocumentException.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Walks through XML of strangers with the parser of the JDK, whatever else is on the class path. Document types are refused, and with
 * them every entity, internal or external; nothing is ever fetched.
 */
final class SafeXml {
    private static final int MOST_DEPTH = 500;

    private SafeXml() {}

    /** Hears of elements and letters; of an element it sees the attributes while it begins. */
    interface Listener {
        void begin(XMLStreamReader at) throws IOException;

        void end(String namespace, String name) throws IOException;

        void letters(String letters) throws IOException;
    }

    static void walk(byte[] xml, Listener listener) throws IOException {
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new ByteArrayInputStream(xml));
            int depth = 0;
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (++depth > MOST_DEPTH) {
                            throw damaged("its elements are nested too deeply");
                        }
                        listener.begin(reader);
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        depth--;
                        listener.end(String.valueOf(reader.getNamespaceURI()), reader.getLocalName());
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                        listener.letters(reader.getText());
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw damaged("it declares a document type, which no DOCX does");
                    default -> {
                        // Comments and processing instructions say nothing to a reader.
                    }
                }
            }
        } catch (XMLStreamException e) {
            throw damaged("its XML is not well-formed");
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing is fetched");
        });
        return factory;
    }

    private static RefusedException damaged(String detail) {
        return new RefusedException(Reason.DAMAGED, detail);
    }
}
