package io.tenderhub.document;

import io.tenderhub.summary.Summarizer;

/** Makes documents short. As thread-safe as what it is made of. */
public final class DocumentSummarizer {
    private final DocumentTexts texts;
    private final Summarizer summarizer;

    public DocumentSummarizer(DocumentTexts texts, Summarizer summarizer) {
        this.texts = texts;
        this.summarizer = summarizer;
    }

    /**
     * @param heading what the document is about; may be empty
     * @throws io.tenderhub.failure.UnreadableDocumentException as {@link DocumentTexts#read} tells
     * @throws io.tenderhub.failure.UnavailableException if too many are being read just now
     */
    public DocumentSummary summarize(String heading, GivenDocument document) {
        DocumentText source = texts.read(document);
        return new DocumentSummary(source, summarizer.summarize(heading, source.text()));
    }
}
