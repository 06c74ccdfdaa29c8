package io.tenderhub.summary;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A text in short.
 *
 * @param text at most 120 words; empty for an empty source
 * @param keyPoints at most 7
 * @param model what made it, such as {@code extractive-1}
 */
public record Digest(String text, List<String> keyPoints, String model) {
    public Digest {
        requireNonNull(text);
        keyPoints = List.copyOf(keyPoints);
        requireNonNull(model);
    }
}
