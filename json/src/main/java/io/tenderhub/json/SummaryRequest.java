package io.tenderhub.json;

import static java.util.Objects.requireNonNull;

import io.tenderhub.failure.InvalidInputException;
import java.io.InputStream;
import java.util.Set;

/**
 * A text to summarise: {@code {"text": "…", "heading": "…"}}.
 *
 * @param heading may be empty
 */
public record SummaryRequest(String heading, String text) {
    public SummaryRequest {
        requireNonNull(heading);
        requireNonNull(text);
    }

    /**
     * @throws InvalidInputException if there is no text
     */
    public static SummaryRequest ofPlainText(String text) {
        if (text.isBlank()) {
            throw new InvalidInputException("request", "text", "is missing");
        }
        return new SummaryRequest("", text);
    }

    /**
     * @throws InvalidInputException if the stream holds anything else
     */
    public static SummaryRequest read(InputStream in) {
        RequestBody body = RequestBody.read(in, Set.of("heading", "text"));
        String heading = body.text("heading").orElse("");
        String text = body.text("text").orElse("");
        if (text.isBlank()) {
            body.problem("text", "is missing");
        }
        body.check();
        return new SummaryRequest(heading, text);
    }
}
