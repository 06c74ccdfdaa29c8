package io.tenderhub.mongo;

import org.bson.Document;

/** How values of one kind are stored. */
interface DocumentForm<T> {

    /** With its {@code _id}. */
    Document write(T value);

    T read(Fields fields) throws UnreadableDocumentException;
}
