package io.tenderhub.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenderhub.failure.FieldProblem;
import io.tenderhub.failure.InvalidInputException;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A JSON object that was sent and has its declared shape; asking for a field that is declared can't fail any more. */
public final class SentJson {
    private static final ObjectReader READER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(100)
                            .maxStringLength(20_000_000)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build()
            .readerFor(JsonNode.class);

    private final ObjectNode object;

    private SentJson(ObjectNode object) {
        this.object = object;
    }

    /**
     * @throws InvalidInputException if it is no JSON, saying the line; or not of this shape, saying every problem by its path
     */
    public static SentJson read(byte[] bytes, ObjectShape shape) {
        JsonNode tree = tree(bytes);
        List<FieldProblem> problems = new ArrayList<>();
        shape.check(tree, "", problems);
        if (!problems.isEmpty()) {
            throw new InvalidInputException("request", problems);
        }
        return new SentJson((ObjectNode) tree);
    }

    private static JsonNode tree(byte[] bytes) {
        try {
            JsonNode tree = READER.readTree(bytes);
            if (tree.isMissingNode()) {
                throw new InvalidInputException("request", "body", "is missing; a JSON object is expected");
            }
            return tree;
        } catch (JsonProcessingException e) {
            throw new InvalidInputException(
                    "request", GivenJson.place(e.getLocation()), "is no JSON: " + GivenJson.firstLine(e));
        } catch (IOException e) {
            throw new InvalidInputException("request", "body", "can't be read: " + e.getMessage());
        }
    }

    /** For readers of values that have a class of their own here. */
    public ObjectNode tree() {
        return object;
    }

    public boolean has(String field) {
        return object.has(field);
    }

    public String text(String field) {
        return object.get(field).textValue();
    }

    public Optional<String> maybeText(String field) {
        return Optional.ofNullable(object.get(field)).map(JsonNode::textValue);
    }

    public Set<String> texts(String field) {
        Set<String> texts = new LinkedHashSet<>();
        object.path(field).forEach(text -> texts.add(text.textValue()));
        return texts;
    }

    public Optional<Boolean> truth(String field) {
        return Optional.ofNullable(object.get(field)).map(JsonNode::booleanValue);
    }

    public Optional<Long> whole(String field) {
        return Optional.ofNullable(object.get(field)).map(JsonNode::longValue);
    }

    public Optional<Instant> instant(String field) {
        return maybeText(field).map(Instant::parse);
    }

    public Optional<LocalDate> day(String field) {
        return maybeText(field).map(LocalDate::parse);
    }
}
