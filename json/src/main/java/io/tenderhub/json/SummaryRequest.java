package io.tenderhub.json;

import static java.util.Objects.requireNonNull;

import io.tenderhub.failure.InvalidInputException;

/**
 * A text to summarise: {@code {"text": "…", "heading": "…"}}.
 *
 * @param heading may be empty
 */
public record SummaryRequest(String heading, String text) {
    public static final ObjectShape SHAPE = Shape.input("SummaryRequest")
            .with(
                    "text",
                    Shape.text()
                            .length(1, Integer.MAX_VALUE)
                            .withExample("The school needs a roof. Bids close on 3 March 2026."))
            .maybe("heading", Shape.text().withExample("A roof for the school").described("What the text is about"));

    public SummaryRequest {
        requireNonNull(heading);
        requireNonNull(text);
        if (text.isBlank()) {
            throw new InvalidInputException("request", "text", "must not be blank");
        }
    }

    /** @param sent of {@link #SHAPE} */
    public static SummaryRequest of(SentJson sent) {
        return new SummaryRequest(sent.maybeText("heading").orElse(""), sent.text("text"));
    }
}
