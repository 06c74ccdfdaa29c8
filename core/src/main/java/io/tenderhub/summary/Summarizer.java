package io.tenderhub.summary;

/** Makes long texts short. Never says a number or date that its source does not. */
public interface Summarizer {

    /**
     * @param heading what the text is about; may be empty
     * @param text plain text; may be empty
     */
    Digest summarize(String heading, String text);
}
