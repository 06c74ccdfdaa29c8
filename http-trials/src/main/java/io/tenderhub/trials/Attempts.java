package io.tenderhub.trials;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Makes requests of a description: such that keep to it, and such with one thing wrong. */
final class Attempts {
    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND");

    private final Values values;
    private final Learned learned;
    private final Tokens tokens;
    private final Description description;
    private final Random random;

    Attempts(Description description, Learned learned, Tokens tokens, Random random) {
        this.description = description;
        this.values = new Values(description, random);
        this.learned = learned;
        this.tokens = tokens;
        this.random = random;
    }

    /** Empty if this can't be done wrong with this operation. */
    Optional<Attempt> attempt(Operation operation, Twist twist) {
        if (operation.schemes().isEmpty()
                && (twist == Twist.NOBODY_SHOWN || twist == Twist.SOMEBODY_UNKNOWN || twist == Twist.SOMEBODY_ELSE)) {
            return Optional.empty();
        }
        return target(operation, twist)
                .map(target -> Call.of(operation.method(), target))
                .flatMap(call -> shown(operation, twist, call))
                .flatMap(call -> headers(operation, twist, call))
                .flatMap(call -> body(operation, twist, call))
                .flatMap(call -> method(operation, twist, call))
                .map(call -> new Attempt(operation, twist, call));
    }

    private Optional<String> target(Operation operation, Twist twist) {
        List<JsonNode> inQuery = operation.parameters("query");
        List<JsonNode> inPath = operation.parameters("path");
        JsonNode broken = null;
        if (twist == Twist.PARAMETER_BROKEN || twist == Twist.PARAMETER_TWICE) {
            List<JsonNode> all = new ArrayList<>(inQuery);
            all.removeIf(parameter ->
                    schema(parameter).path("type").asText().equals("array") && twist == Twist.PARAMETER_TWICE);
            if (all.isEmpty()) {
                return Optional.empty();
            }
            broken = all.get(random.nextInt(all.size()));
        }
        String path = operation.path();
        for (JsonNode parameter : inPath) {
            path = path.replace('{' + name(parameter) + '}', encoded(inPath(parameter)));
        }
        List<String> query = new ArrayList<>();
        boolean left = false;
        for (JsonNode parameter : inQuery) {
            boolean required = parameter.path("required").asBoolean();
            if (required && twist == Twist.PARAMETER_LEFT_OUT) {
                left = true;
                continue;
            }
            if (parameter.equals(broken)) {
                Optional<String> text =
                        twist == Twist.PARAMETER_TWICE ? Optional.of(inQuery(parameter)) : brokenText(parameter);
                if (text.isEmpty()) {
                    return Optional.empty();
                }
                query.add(name(parameter) + "=" + encoded(text.get()));
                if (twist == Twist.PARAMETER_TWICE) {
                    query.add(name(parameter) + "=" + encoded(text.get()));
                }
            } else if (required || random.nextInt(5) == 0) {
                query.add(name(parameter) + "=" + encoded(inQuery(parameter)));
            }
        }
        if (twist == Twist.PARAMETER_LEFT_OUT && !left) {
            return Optional.empty();
        }
        if (twist == Twist.PARAMETER_UNKNOWN) {
            query.add("nobodyKnows=1");
        }
        if (twist == Twist.ADDRESS_LONG) {
            query.add("x=" + "y".repeat(40_000));
        }
        if (twist == Twist.ADDRESS_ODD) {
            path = odd(path);
        }
        return Optional.of(query.isEmpty() ? path : path + "?" + String.join("&", query));
    }

    private String odd(String path) {
        return switch (random.nextInt(7)) {
            case 0 -> path + "/";
            case 1 -> path.replaceFirst("/", "//");
            case 2 -> path + "/%2e%2e/%2e%2e";
            case 3 -> path + "%00";
            case 4 -> path + ";x=1";
            case 5 -> path + "%ff%fe";
            default -> path.toUpperCase(Locale.ROOT);
        };
    }

    private String inPath(JsonNode parameter) {
        Optional<String> known = random.nextInt(12) == 0 ? Optional.empty() : learned.parameter(name(parameter));
        return known.orElseGet(() -> values.asText(values.valid(schema(parameter))));
    }

    private String inQuery(JsonNode parameter) {
        if (random.nextInt(3) == 0) {
            Optional<String> known =
                    learned.parameter(name(parameter).equals("cursor") ? "nextCursor" : name(parameter));
            if (known.isPresent()) {
                return known.get();
            }
        }
        JsonNode schema = schema(parameter);
        return values.asText(
                values.valid(schema.path("type").asText().equals("array") ? schema.path("items") : schema));
    }

    private Optional<String> brokenText(JsonNode parameter) {
        JsonNode schema = schema(parameter);
        JsonNode one = schema.path("type").asText().equals("array") ? schema.path("items") : schema;
        // As text, much becomes right again: true is a text, and 7 is one too.
        return values.broken(one).filter(value -> !fitsAsText(one, value)).map(values::asText);
    }

    private static boolean fitsAsText(JsonNode schema, JsonNode value) {
        boolean bounded = schema.has("enum") || schema.path("format").asText().startsWith("date");
        boolean measured =
                value.isTextual() && (value.asText().isEmpty() || value.asText().length() > 30);
        return schema.path("type").asText().equals("string") && !bounded && !measured
                || schema.path("type").asText().equals("string") && schema.has("pattern")
                || schema.path("type").asText().equals("boolean") && value.isBoolean();
    }

    private Optional<Call> shown(Operation operation, Twist twist, Call call) {
        return switch (twist) {
            case NOBODY_SHOWN -> Optional.of(call);
            case SOMEBODY_UNKNOWN -> Optional.of(call.with("Authorization", unknown()));
            case SOMEBODY_ELSE -> tokens.other(operation, random).map(token -> bearer(call, token));
            default ->
                Optional.of(tokens.one(operation, random)
                        .map(token -> bearer(call, token))
                        .orElse(call));
        };
    }

    private static Call bearer(Call call, String token) {
        return call.with("Authorization", "Bearer " + token);
    }

    private String unknown() {
        return switch (random.nextInt(6)) {
            case 0 -> "Bearer " + "x".repeat(43);
            case 1 -> "Bearer thk_" + "y".repeat(43);
            case 2 -> "Basic dXNlcjpwYXNz";
            case 3 -> "Bearer";
            case 4 -> "Bearer é";
            default -> "Bearer " + "z".repeat(2_000);
        };
    }

    private Optional<Call> headers(Operation operation, Twist twist, Call call) {
        Call all = call;
        for (JsonNode parameter : operation.parameters("header")) {
            boolean required = parameter.path("required").asBoolean();
            if (required && twist == Twist.PARAMETER_LEFT_OUT) {
                continue;
            }
            if (required || random.nextInt(4) == 0) {
                all = all.with(name(parameter), header(parameter));
            }
        }
        if (twist == Twist.HEADERS_ODD) {
            all = switch (random.nextInt(6)) {
                case 0 ->
                    all.with(
                            "If-None-Match",
                            random.nextBoolean() ? "*" : learned.tag().orElse("\"x\", W/\"y\""));
                case 1 -> all.with("X-Request-Id", "a b\u00e9c");
                case 2 -> all.with("Accept", "text/csv;q=0");
                case 3 -> all.with("Accept-Encoding", "gzip;q=1.5, br, *;q=0");
                case 4 -> all.with("Origin", "null");
                default -> all.with("X-Forwarded-For", "'\"><, 999.1.1.1").with("Forwarded", "for=;;");
            };
        }
        return Optional.of(all);
    }

    private String header(JsonNode parameter) {
        if (name(parameter).equals("If-Match") || name(parameter).equals("If-None-Match")) {
            return learned.tag().orElse("\"1\"");
        }
        String text = values.asText(values.valid(schema(parameter)));
        return text.chars().allMatch(c -> c >= ' ' && c <= '~')
                ? text.strip()
                : schema(parameter).path("example").asText("x");
    }

    private Optional<Call> body(Operation operation, Twist twist, Call call) {
        boolean aboutBody =
                twist.name().startsWith("BODY") || twist.name().startsWith("FIELD") || twist == Twist.TYPE_UNKNOWN;
        if (!operation.takesBody()) {
            return aboutBody ? Optional.empty() : Optional.of(call);
        }
        Optional<JsonNode> schema = operation.jsonBody();
        if (schema.isEmpty() || !aboutBody && !operation.otherBodies().isEmpty() && random.nextInt(3) == 0) {
            return aboutBody && twist != Twist.TYPE_UNKNOWN
                    ? Optional.empty()
                    : Optional.of(otherBody(operation, twist, call));
        }
        JsonNode value = random.nextInt(3) == 0 ? reused(schema.get()) : values.valid(schema.get());
        return json(schema.get(), value, twist).map(bytes -> switch (twist) {
            case BODY_LEFT_OUT -> call.with("Content-Type", Operation.JSON);
            case TYPE_UNKNOWN -> call.sending(random.nextBoolean() ? "application/xml" : "image/png", bytes);
            default -> call.sending(random.nextInt(5) == 0 ? "application/json; charset=UTF-8" : Operation.JSON, bytes);
        });
    }

    /** With what answers have named in place of what is made up. */
    private JsonNode reused(JsonNode schema) {
        JsonNode value = values.valid(schema);
        if (value instanceof ObjectNode object) {
            for (String field :
                    object.properties().stream().map(Map.Entry::getKey).toList()) {
                if (object.get(field).isTextual() && random.nextInt(2) == 0) {
                    learned.parameter(field).ifPresent(known -> object.put(field, known));
                }
            }
        }
        return value;
    }

    private Optional<byte[]> json(JsonNode schema, JsonNode value, Twist twist) {
        return switch (twist) {
            case FIELD_BROKEN -> values.spoilt(schema, value).map(Attempts::bytes);
            case FIELD_UNKNOWN ->
                value instanceof ObjectNode object
                                && !description
                                        .resolved(schema)
                                        .path("additionalProperties")
                                        .asBoolean(true)
                        ? Optional.of(bytes(object.put("nobodyKnows", 1)))
                        : Optional.empty();
            case FIELD_LEFT_OUT -> {
                JsonNode required = description.resolved(schema).path("required");
                if (required.isEmpty() || !(value instanceof ObjectNode object)) {
                    yield Optional.empty();
                }
                object.remove(required.get(random.nextInt(required.size())).asText());
                yield Optional.of(bytes(object));
            }
            case BODY_OF_OTHER_KIND -> Optional.of(text(List.of("null", "[]", "\"text\"", "7", "true", "[[[]]]")));
            case BODY_CUT_OFF -> {
                byte[] whole = bytes(value);
                yield Optional.of(Arrays.copyOf(whole, whole.length - 1));
            }
            case BODY_NOT_UTF8 -> Optional.of(new byte[] {'{', '"', (byte) 0xC3, (byte) 0x28, '"', ':', '1', '}'});
            case BODY_DEEP ->
                Optional.of(("{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000)).getBytes(StandardCharsets.UTF_8));
            default -> Optional.of(bytes(value));
        };
    }

    private byte[] text(List<String> texts) {
        return texts.get(random.nextInt(texts.size())).getBytes(StandardCharsets.UTF_8);
    }

    private Call otherBody(Operation operation, Twist twist, Call call) {
        List<String> types = operation.otherBodies();
        String type = twist == Twist.TYPE_UNKNOWN ? "image/png" : types.get(random.nextInt(types.size()));
        byte[] bytes = switch (random.nextInt(4)) {
            case 0 -> text(List.of("A school is to be built. It has a roof.", "", "x"));
            case 1 -> text(List.of("%PDF-1.7\n%%EOF", "PK\u0003\u0004", "%PDF"));
            default -> noise();
        };
        return call.sending(type, bytes);
    }

    private byte[] noise() {
        byte[] bytes = new byte[random.nextInt(2_000)];
        random.nextBytes(bytes);
        return bytes;
    }

    private Optional<Call> method(Operation operation, Twist twist, Call call) {
        if (twist != Twist.METHOD_OTHER) {
            return Optional.of(call);
        }
        String other = METHODS.get(random.nextInt(METHODS.size()));
        boolean described = description.answers(other, call.target().split("\\?", 2)[0]);
        return described || operation.path().contains("{ocid}")
                ? Optional.empty()
                : Optional.of(new Call(other, call.target(), call.headers(), call.body()));
    }

    private static byte[] bytes(JsonNode value) {
        try {
            return Description.JSON.writeValueAsBytes(value);
        } catch (IOException e) {
            throw new UncheckedIOException("a tree can always be written", e);
        }
    }

    private static String name(JsonNode parameter) {
        return parameter.path("name").asText();
    }

    private JsonNode schema(JsonNode parameter) {
        return description.resolved(parameter.path("schema"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
