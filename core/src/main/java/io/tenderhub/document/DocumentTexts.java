package io.tenderhub.document;

/** Takes the text out of documents of strangers, in bounded time and memory whatever they hold. Safe for many threads. */
public interface DocumentTexts {

    /**
     * What a document is, is seen by its content; a name or declared type that says otherwise is refused. Of an archive, files
     * that can't be read are told as skipped, as long as there is text in another.
     *
     * @throws io.tenderhub.failure.UnreadableDocumentException if there is no text to be had of it, with the reason; of an
     *     archive also if it holds too much, whatever else is in it
     * @throws io.tenderhub.failure.UnavailableException if so many documents are being read just now that this one must come
     *     again later
     */
    DocumentText read(GivenDocument document);
}
