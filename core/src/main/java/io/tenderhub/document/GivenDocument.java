package io.tenderhub.document;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A document as somebody handed it in. Nothing it says of itself is trusted.
 *
 * @param name of its file, as {@link DocumentName#ofFile} shows it; {@code document} where there was none
 * @param mediaType what it was declared to be, such as {@code application/pdf}; parameters are passed over
 * @param content its bytes, which are not copied and must not change while it is read
 */
public record GivenDocument(String name, Optional<String> mediaType, byte[] content) {
    /** The most bytes that are taken: 10 MB, of 1,024 times 1,024 each. */
    public static final int MOST_BYTES = 10 * 1024 * 1024;

    public GivenDocument {
        name = DocumentName.ofFile(name);
        requireNonNull(mediaType);
        requireNonNull(content);
    }

    /** One of which only the name of its file is known. */
    public static GivenDocument ofFile(String name, byte[] content) {
        return new GivenDocument(name, Optional.empty(), content);
    }

    @Override
    public String toString() {
        return "GivenDocument[name=" + name + ", mediaType=" + mediaType + ", " + content.length + " bytes]";
    }
}
