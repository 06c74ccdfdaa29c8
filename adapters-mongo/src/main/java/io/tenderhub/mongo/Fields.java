package io.tenderhub.mongo;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of a stored document strictly.
 *
 * @param path of the document within the stored one, for messages; empty or ending in a dot
 */
record Fields(Document document, String path) {

    /** Makes a value of an embedded document. */
    interface Reader<T> {
        T read(Fields fields) throws UnreadableDocumentException;
    }

    static Fields of(Document document) {
        return new Fields(document, "");
    }

    String text(String name) throws UnreadableDocumentException {
        return required(name, String.class);
    }

    Optional<String> optionalText(String name) throws UnreadableDocumentException {
        return document.get(name) == null ? Optional.empty() : Optional.of(text(name));
    }

    boolean truth(String name) throws UnreadableDocumentException {
        return required(name, Boolean.class);
    }

    Optional<Boolean> optionalTruth(String name) throws UnreadableDocumentException {
        return document.get(name) == null ? Optional.empty() : Optional.of(truth(name));
    }

    Date date(String name) throws UnreadableDocumentException {
        return required(name, Date.class);
    }

    int integer(String name) throws UnreadableDocumentException {
        return required(name, Integer.class);
    }

    /** A whole number of either size: tools that edit documents write the small one where it fits. */
    long whole(String name) throws UnreadableDocumentException {
        return document.get(name) instanceof Integer small ? small : required(name, Long.class);
    }

    /** A whole number, or 0 where there is none. */
    long wholeOrZero(String name) throws UnreadableDocumentException {
        return document.get(name) == null ? 0 : whole(name);
    }

    /** Any number: tools that edit documents write 60.0 as 60. */
    double number(String name) throws UnreadableDocumentException {
        return required(name, Number.class).doubleValue();
    }

    Fields nested(String name) throws UnreadableDocumentException {
        return new Fields(required(name, Document.class), path + name + ".");
    }

    <T> Optional<T> optional(String name, Reader<T> reader) throws UnreadableDocumentException {
        return document.get(name) == null ? Optional.empty() : Optional.of(reader.read(nested(name)));
    }

    List<String> texts(String name) throws UnreadableDocumentException {
        List<String> texts = new ArrayList<>();
        for (Object element : required(name, List.class)) {
            texts.add(cast(name, element, String.class));
        }
        return texts;
    }

    <T> List<T> list(String name, Reader<T> reader) throws UnreadableDocumentException {
        List<T> values = new ArrayList<>();
        for (Object element : required(name, List.class)) {
            values.add(reader.read(new Fields(cast(name, element, Document.class), path + name + ".")));
        }
        return values;
    }

    private <T> T required(String name, Class<T> type) throws UnreadableDocumentException {
        return cast(name, document.get(name), type);
    }

    private <T> T cast(String name, @Nullable Object value, Class<T> type) throws UnreadableDocumentException {
        if (!type.isInstance(value)) {
            String found = value == null ? "nothing" : value.getClass().getSimpleName();
            throw new UnreadableDocumentException(path + name + " is " + found + ", not " + type.getSimpleName());
        }
        return type.cast(value);
    }
}
