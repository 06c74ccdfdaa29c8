package io.tenderhub.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenderhub.failure.InvalidInputException;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.Locale;

/** Reads one JSON object that a person wrote, and says where it is broken. */
final class GivenJson {
    private static final long LARGEST = 1_000_000;
    private static final ObjectReader READER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxDocumentLength(LARGEST)
                            .maxNestingDepth(50)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build()
            .readerFor(JsonNode.class);

    private GivenJson() {}

    static ObjectNode read(String name, InputStream in) {
        return object(name, 0, () -> READER.readTree(in));
    }

    static ObjectNode read(String name, Reader in) {
        return object(name, 0, () -> READER.readTree(in));
    }

    /**
     * One line of a file.
     *
     * @param number from 1
     */
    static ObjectNode readLine(String name, int number, String line) {
        return object(name, number - 1, () -> READER.readTree(line));
    }

    private static ObjectNode object(String name, int linesBefore, Reading reading) {
        JsonNode node;
        try {
            node = reading.read();
        } catch (JsonProcessingException e) {
            throw new InvalidInputException(name, place(e.getLocation(), linesBefore), "is no JSON: " + firstLine(e));
        } catch (CharConversionException e) {
            throw new InvalidInputException(name, line(1 + linesBefore), "is no text: " + e.getMessage());
        } catch (IOException e) {
            throw new InvalidInputException(name, line(1 + linesBefore), "can't be read: " + e.getMessage());
        }
        if (node.isMissingNode()) {
            throw new InvalidInputException(name, line(1 + linesBefore), "is empty; a JSON object is expected");
        }
        if (!(node instanceof ObjectNode)) {
            throw new InvalidInputException(name, line(1 + linesBefore), "must be a JSON object, not " + kind(node));
        }
        return (ObjectNode) node;
    }

    /** What a value is, for people. */
    static String kind(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> "text";
            case NUMBER -> node.isIntegralNumber() ? "a whole number" : "a decimal number";
            case BOOLEAN -> "true or false";
            case ARRAY -> "a list";
            case OBJECT -> "an object";
            default -> node.getNodeType().name().toLowerCase(Locale.ROOT);
        };
    }

    static String place(JsonLocation location) {
        return place(location, 0);
    }

    private static String place(JsonLocation location, int linesBefore) {
        return location == null || location.getLineNr() < 1
                ? line(1 + linesBefore)
                : line(location.getLineNr() + linesBefore) + ", column " + location.getColumnNr();
    }

    private static String line(int number) {
        return "line " + number;
    }

    static String firstLine(JsonProcessingException e) {
        String message = e.getOriginalMessage();
        return message == null ? "can't be parsed" : message.lines().findFirst().orElse("can't be parsed");
    }

    private interface Reading {
        JsonNode read() throws IOException;
    }
}
