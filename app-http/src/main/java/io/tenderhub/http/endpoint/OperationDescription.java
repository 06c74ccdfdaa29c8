package io.tenderhub.http.endpoint;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One endpoint as an operation object of OpenAPI. */
final class OperationDescription {
    static final String SESSION = "session";
    static final String API_KEY = "apiKey";
    static final String OPERATOR = "operator";

    private final Endpoint endpoint;

    OperationDescription(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("operationId", endpoint.id());
        json.writeArrayFieldStart("tags");
        json.writeString(endpoint.tag());
        json.writeEndArray();
        json.writeStringField("summary", endpoint.summary());
        if (!description().isEmpty()) {
            json.writeStringField("description", description());
        }
        parameters(json);
        if (endpoint.body().isTaken()) {
            body(json);
        }
        responses(json);
        security(json);
        json.writeEndObject();
    }

    private String description() {
        return endpoint.admission() instanceof Admission.InTeam inTeam
                ? (endpoint.description() + " Takes the permission `"
                                + inTeam.permission().code() + "`.")
                        .strip()
                : endpoint.description();
    }

    private void parameters(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("parameters");
        for (Parameter<?> parameter : endpoint.parameters()) {
            json.writeStartObject();
            json.writeStringField("name", parameter.name());
            json.writeStringField("in", parameter.place().code());
            json.writeStringField("description", parameter.description());
            json.writeBooleanField("required", parameter.required());
            json.writeFieldName("schema");
            if (parameter.repeated()) {
                json.writeStartObject();
                json.writeStringField("type", "array");
                json.writeFieldName("items");
                parameter.shape().write(json);
                json.writeNumberField("maxItems", Parameter.MOST_TIMES);
                json.writeEndObject();
            } else {
                parameter.shape().write(json);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void body(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("requestBody");
        json.writeBooleanField("required", true);
        json.writeObjectFieldStart("content");
        if (endpoint.body().json().isPresent()) {
            json.writeObjectFieldStart(Body.JSON);
            json.writeFieldName("schema");
            endpoint.body().json().get().write(json);
            json.writeEndObject();
        }
        for (String type : endpoint.body().otherTypes()) {
            json.writeObjectFieldStart(type);
            text(json, type.startsWith("text/") ? "" : "binary");
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void text(JsonGenerator json, String format) throws IOException {
        json.writeObjectFieldStart("schema");
        json.writeStringField("type", "string");
        if (!format.isEmpty()) {
            json.writeStringField("format", format);
        }
        json.writeEndObject();
    }

    /** A status may stand for a success and a failure, such as 503 of a service that says how it is. */
    private void responses(JsonGenerator json) throws IOException {
        Map<Integer, List<Answer>> answers = endpoint.answers().stream()
                .collect(Collectors.groupingBy(Answer::status, TreeMap::new, Collectors.toList()));
        Map<Integer, List<ProblemKind>> failures = endpoint.failures().stream()
                .sorted()
                .collect(Collectors.groupingBy(ProblemKind::status, TreeMap::new, Collectors.toList()));
        Set<Integer> statuses = new TreeSet<>(answers.keySet());
        statuses.addAll(failures.keySet());
        json.writeObjectFieldStart("responses");
        for (int status : statuses) {
            json.writeObjectFieldStart(Integer.toString(status));
            response(json, status, answers.getOrDefault(status, List.of()), failures.getOrDefault(status, List.of()));
            json.writeEndObject();
        }
        if (isTagged()) {
            json.writeObjectFieldStart("304");
            json.writeStringField("description", "Not changed since the answer whose ETag was sent in If-None-Match");
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private boolean isTagged() {
        return endpoint.method() == Method.GET && endpoint.answers().stream().noneMatch(Answer::isEndless);
    }

    private void response(JsonGenerator json, int status, List<Answer> answers, List<ProblemKind> failures)
            throws IOException {
        json.writeStringField(
                "description",
                Stream.concat(
                                answers.stream().map(Answer::description),
                                failures.stream().map(kind -> kind.title() + " (`" + kind.type() + "`)"))
                        .collect(Collectors.joining("; ")));
        headers(json, status, answers);
        if (answers.stream().noneMatch(answer -> answer.mediaType().isPresent()) && failures.isEmpty()) {
            return;
        }
        json.writeObjectFieldStart("content");
        for (Answer answer : answers) {
            if (answer.mediaType().isPresent()) {
                content(json, answer);
            }
        }
        if (!failures.isEmpty()) {
            json.writeObjectFieldStart(ProblemDetails.MEDIA_TYPE);
            json.writeFieldName("schema");
            ProblemDetails.SHAPE.write(json);
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void content(JsonGenerator json, Answer answer) throws IOException {
        json.writeObjectFieldStart(answer.mediaType().orElseThrow());
        if (answer.shape().isPresent()) {
            json.writeFieldName("schema");
            answer.shape().get().write(json);
        } else {
            text(json, "");
        }
        json.writeEndObject();
    }

    private void headers(JsonGenerator json, int status, List<Answer> answers) throws IOException {
        json.writeObjectFieldStart("headers");
        header(json, "X-Request-Id", "Names this request in the logs", "string", true);
        if (isTagged() && status == 200) {
            header(json, "ETag", "Stands for this answer, for If-None-Match", "string", true);
        }
        if (answers.stream().anyMatch(Answer::hasLocation)) {
            header(json, "Location", "Where what was made can be read", "string", true);
        }
        if (endpoint.creates() && !answers.isEmpty()) {
            header(
                    json,
                    "Idempotency-Replayed",
                    "`true` on the answer to a request that was sent before",
                    "string",
                    false);
        }
        if (status == 429 || status == 503 || status == 409 && endpoint.creates()) {
            boolean always = status != 409 && answers.isEmpty();
            header(json, "Retry-After", "Seconds to wait before trying again", "integer", always);
        }
        boolean counted = endpoint.perClient().isPresent()
                || !(endpoint.isPublic() || endpoint.admission() instanceof Admission.Operator);
        if (counted && !answers.isEmpty()) {
            header(json, "RateLimit-Limit", "How many requests there may be in a while", "integer", false);
            header(json, "RateLimit-Remaining", "How many more there may be at once", "integer", false);
            header(json, "RateLimit-Reset", "Seconds until there may be more", "integer", false);
        }
        json.writeEndObject();
    }

    /** @param always whether it is never missing, which holds for no header that needs a store */
    private static void header(JsonGenerator json, String name, String description, String type, boolean always)
            throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("description", description);
        json.writeBooleanField("required", always);
        json.writeObjectFieldStart("schema");
        json.writeStringField("type", type);
        json.writeEndObject();
        json.writeEndObject();
    }

    private void security(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("security");
        List<String> schemes = endpoint.admission() instanceof Admission.InTeam
                ? List.of(SESSION, API_KEY)
                : endpoint.admission() instanceof Admission.LoggedIn
                        ? List.of(SESSION)
                        : endpoint.admission() instanceof Admission.Operator ? List.of(OPERATOR) : List.of();
        for (String scheme : schemes) {
            json.writeStartObject();
            json.writeArrayFieldStart(scheme);
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
