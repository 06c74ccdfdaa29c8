package io.tenderhub.feeds;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenderhub.feeds.published.UnreadableRecordException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;

/** Turns text into JSON and back without changing a number's digits. Raw control characters in texts are let through. */
final class PublishedJson {
    /** Longest release in bytes; more is one reject. As a tree it takes several times as much, and has to fit a small heap. */
    static final int LONGEST_TEXT = 16 * 1024 * 1024;

    private static final Pattern LINE_BREAKS = Pattern.compile("\\s*[\\r\\n]+\\s*");
    private static final int LONGEST_REASON = 200;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(LONGEST_TEXT)
                            .build())
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .build())
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private PublishedJson() {}

    /**
     * @param firstLine of the text within its source, for the reason
     * @throws UnreadableRecordException if it is not one JSON object
     */
    static ObjectNode object(String text, long firstLine) {
        try {
            JsonNode node = JSON.readTree(text);
            if (node instanceof ObjectNode object) {
                return object;
            }
            throw new UnreadableRecordException("not a JSON object");
        } catch (JsonProcessingException e) {
            throw new UnreadableRecordException(
                    "not valid JSON" + place(e.getLocation(), firstLine) + ": " + oneLine(e.getOriginalMessage()));
        }
    }

    /** What was written by {@link #bytes} before. */
    static ObjectNode object(byte[] utf8) {
        return object(utf8, 0, utf8.length);
    }

    static ObjectNode object(byte[] utf8, int from, int length) {
        try {
            return (ObjectNode) JSON.readTree(utf8, from, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(ObjectNode json) {
        try {
            return JSON.writeValueAsBytes(json);
        } catch (JsonProcessingException e) {
            throw new UnreadableRecordException("can't be written as JSON: " + oneLine(e.getOriginalMessage()));
        }
    }

    static String text(ObjectNode json) {
        try {
            return JSON.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new UnreadableRecordException("can't be written as JSON: " + oneLine(e.getOriginalMessage()));
        }
    }

    static String oneLine(String reason) {
        String line = LINE_BREAKS
                .matcher(reason)
                .replaceAll(" ")
                .replaceAll("\\p{Cntrl}", "?")
                .strip();
        return line.length() > LONGEST_REASON ? line.substring(0, LONGEST_REASON) + "…" : line;
    }

    private static String place(JsonLocation location, long firstLine) {
        if (location == null || location.getLineNr() < 1) {
            return "";
        }
        return " at line " + (firstLine + location.getLineNr() - 1);
    }
}
