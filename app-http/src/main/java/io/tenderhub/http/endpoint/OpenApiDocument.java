package io.tenderhub.http.endpoint;

import com.fasterxml.jackson.core.JsonGenerator;
import io.tenderhub.json.JsonText;
import io.tenderhub.json.Shape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The description of endpoints by OpenAPI 3.0.3, which most generators of clients and validators read. */
final class OpenApiDocument {
    private final List<Endpoint> endpoints;

    OpenApiDocument(List<Endpoint> endpoints) {
        this.endpoints = endpoints;
    }

    byte[] bytes() {
        return JsonText.bytes(this::write);
    }

    private void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("openapi", "3.0.3");
        info(json);
        json.writeArrayFieldStart("servers");
        json.writeStartObject();
        json.writeStringField("url", "/");
        json.writeEndObject();
        json.writeEndArray();
        tags(json);
        json.writeObjectFieldStart("paths");
        for (Map.Entry<String, List<Endpoint>> path : byPath().entrySet()) {
            json.writeObjectFieldStart(path.getKey());
            for (Endpoint endpoint : path.getValue()) {
                json.writeFieldName(endpoint.method().code());
                new OperationDescription(endpoint).write(json);
            }
            json.writeEndObject();
        }
        json.writeEndObject();
        components(json);
        json.writeEndObject();
    }

    private static void info(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("info");
        json.writeStringField("title", "Tender Insight Hub");
        json.writeStringField("version", "1");
        json.writeStringField(
                "description",
                "Turns published public tenders into decisions for the small companies that bid on them. Errors are problem details"
                        + " (RFC 9457). A field that has nothing is left out. Instants are UTC.");
        json.writeEndObject();
    }

    private void tags(JsonGenerator json) throws IOException {
        Set<String> tags = new LinkedHashSet<>();
        endpoints.forEach(endpoint -> tags.add(endpoint.tag()));
        json.writeArrayFieldStart("tags");
        for (String tag : tags) {
            json.writeStartObject();
            json.writeStringField("name", tag);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Javalin writes a parameter that may hold slashes as {@code <name>}; for OpenAPI it is one like the others. */
    static String documentedPath(String path) {
        return path.replace('<', '{').replace('>', '}');
    }

    private Map<String, List<Endpoint>> byPath() {
        Map<String, List<Endpoint>> paths = new LinkedHashMap<>();
        for (Endpoint endpoint : endpoints) {
            paths.computeIfAbsent(documentedPath(endpoint.path()), path -> new ArrayList<>())
                    .add(endpoint);
        }
        return paths;
    }

    private void components(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("components");
        json.writeObjectFieldStart("schemas");
        for (Map.Entry<String, Shape> shape : named().entrySet()) {
            json.writeFieldName(shape.getKey());
            shape.getValue().define(json);
        }
        json.writeEndObject();
        json.writeObjectFieldStart("securitySchemes");
        scheme(json, OperationDescription.SESSION, "The token of a session, from logging in");
        scheme(json, OperationDescription.API_KEY, "An API key of a team");
        scheme(json, OperationDescription.OPERATOR, "The token of whoever runs the hub");
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void scheme(JsonGenerator json, String name, String description) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("type", "http");
        json.writeStringField("scheme", "bearer");
        json.writeStringField("description", description);
        json.writeEndObject();
    }

    /** Two different shapes of one name would silently describe one of them wrong. */
    private Map<String, Shape> named() {
        Map<String, Shape> shapes = new TreeMap<>();
        Stream<Shape> used = endpoints.stream()
                .flatMap(endpoint -> Stream.concat(
                        endpoint.body().json().stream().map(Shape.class::cast),
                        endpoint.answers().stream().map(Answer::shape).flatMap(Optional::stream)));
        Stream.concat(used, Stream.of(ProblemDetails.SHAPE))
                .forEach(shape -> shape.named(each -> {
                    Shape known = shapes.putIfAbsent(each.name().orElseThrow(), each);
                    if (known != null && known != each && !definition(known).equals(definition(each))) {
                        throw new IllegalStateException(
                                "two shapes are called " + each.name().get());
                    }
                }));
        return shapes;
    }

    private static String definition(Shape shape) {
        return JsonText.line(shape::define);
    }
}
