package io.tenderhub.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenderhub.failure.FieldProblem;
import io.tenderhub.failure.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A JSON object that was sent, read field by field; collects what is wrong with it. */
final class RequestBody {
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(50_000_000)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final ObjectNode fields;
    private final List<FieldProblem> problems = new ArrayList<>();

    private RequestBody(ObjectNode fields) {
        this.fields = fields;
    }

    /**
     * @throws InvalidInputException if it is not a JSON object
     */
    static RequestBody read(InputStream in, Set<String> known) {
        JsonNode tree;
        try {
            tree = MAPPER.readTree(in);
        } catch (JsonProcessingException e) {
            String place = Optional.ofNullable(e.getLocation())
                    .map(at -> "line " + at.getLineNr() + ", column " + at.getColumnNr())
                    .orElse("body");
            throw new InvalidInputException("request", place, "is not JSON: " + reason(e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!(tree instanceof ObjectNode object)) {
            throw new InvalidInputException("request", "body", "must be a JSON object");
        }
        RequestBody body = new RequestBody(object);
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                body.problem(name, "is not a field of this request");
            }
        });
        return body;
    }

    /** The parser's words without what it says of its own innards. */
    private static String reason(JsonProcessingException e) {
        return e.getOriginalMessage().replaceAll("(?s)\\s*\\(start marker.*|\\n.*", "");
    }

    void problem(String path, String message) {
        problems.add(new FieldProblem(path, message));
    }

    void problems(String path, InvalidInputException failure) {
        failure.problems().forEach(problem -> problem(path + "." + problem.path(), problem.message()));
    }

    Optional<String> text(String name) {
        JsonNode value = fields.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            problem(name, "must be a string");
            return Optional.empty();
        }
        return Optional.of(value.textValue());
    }

    boolean flag(String name) {
        JsonNode value = fields.path(name);
        if (!value.isMissingNode() && !value.isNull() && !value.isBoolean()) {
            problem(name, "must be true or false");
        }
        return value.asBoolean(false);
    }

    Optional<ObjectNode> object(String name) {
        JsonNode value = fields.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (value instanceof ObjectNode object) {
            return Optional.of(object);
        }
        problem(name, "must be an object");
        return Optional.empty();
    }

    boolean isObject(String name) {
        return fields.path(name).isObject();
    }

    /**
     * @throws InvalidInputException if anything was wrong
     */
    void check() {
        if (!problems.isEmpty()) {
            throw new InvalidInputException("request", problems);
        }
    }
}
