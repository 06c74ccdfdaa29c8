package io.tenderhub.trials;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Holds answers against the description: status, media type, headers, body, down to fields that nothing is said of. */
final class Judge {
    private static final String PROBLEM = "application/problem+json";
    private static final List<String> ALWAYS = List.of(
            "X-Request-Id", "X-Content-Type-Options", "X-Frame-Options", "Referrer-Policy", "Content-Security-Policy");

    /** What tells a stranger how the service is made. */
    private static final Pattern INSIDES =
            Pattern.compile("Exception|io\\.tenderhub|java\\.|org\\.postgresql|SQLSTATE|127\\.0\\.0\\.1:|localhost:");

    private final OpenApiInteractionValidator validator;

    Judge(Description description) {
        this.validator = OpenApiInteractionValidator.createForInlineApiSpecification(description.text())
                .withBasePathOverride("")
                .build();
    }

    /** What is wrong with an answer to a request that one operation was asked for; empty if nothing is. */
    List<String> faults(Operation operation, Heard heard) {
        List<String> faults = new ArrayList<>();
        Optional<JsonNode> response = operation.response(heard.status());
        if (response.isEmpty()) {
            faults.add("status " + heard.status() + " is not described for " + operation);
        } else {
            type(response.get(), heard, faults);
            headers(response.get(), heard, faults);
            if (heard.isJson() && heard.body().length > 0) {
                body(operation, heard, faults);
            }
        }
        faults.addAll(faultsAnywhere(heard));
        return faults;
    }

    /** What is wrong with an answer wherever it came from. */
    List<String> faultsAnywhere(Heard heard) {
        List<String> faults = new ArrayList<>();
        ALWAYS.stream()
                .filter(name -> heard.header(name).isEmpty())
                .forEach(name -> faults.add("the header " + name + " is missing"));
        if (heard.status() >= 400
                && !(heard.status() == 503 && heard.mediaType().equals(Operation.JSON))) {
            problem(heard, faults);
        }
        wants(heard, 401, "WWW-Authenticate", faults);
        wants(heard, 405, "Allow", faults);
        wants(heard, 429, "Retry-After", faults);
        wants(heard, 201, "Location", faults);
        return faults;
    }

    private static void wants(Heard heard, int status, String header, List<String> faults) {
        if (heard.status() == status && heard.header(header).isEmpty()) {
            faults.add("a " + status + " without " + header);
        }
    }

    private static void type(JsonNode response, Heard heard, List<String> faults) {
        JsonNode content = response.path("content");
        if (content.isEmpty()) {
            if (heard.body().length > 0) {
                faults.add("a body where none is described");
            }
            return;
        }
        List<String> described = new ArrayList<>();
        content.fieldNames().forEachRemaining(described::add);
        if (described.stream().noneMatch(type -> fits(type, heard.mediaType()))) {
            faults.add("media type '" + heard.mediaType() + "' is not described, only " + described);
        }
    }

    private static boolean fits(String described, String given) {
        return described.equals(given)
                || described.endsWith("/*") && given.startsWith(described.substring(0, described.length() - 1));
    }

    private static void headers(JsonNode response, Heard heard, List<String> faults) {
        response.path("headers").properties().forEach(header -> {
            Optional<String> given = heard.header(header.getKey());
            if (given.isEmpty()) {
                if (header.getValue().path("required").asBoolean()) {
                    faults.add("the described header " + header.getKey() + " is missing");
                }
            } else if (header.getValue().at("/schema/type").asText().equals("integer")
                    && !given.get().matches("\\d{1,18}")) {
                faults.add("the header " + header.getKey() + " is no number: " + given.get());
            }
        });
    }

    private void body(Operation operation, Heard heard, List<String> faults) {
        SimpleResponse.Builder response = SimpleResponse.Builder.status(heard.status())
                .withContentType(heard.header("Content-Type").orElseThrow())
                .withBody(heard.body());
        heard.headers().map().forEach((name, values) -> {
            if (!name.equalsIgnoreCase("Content-Type")) {
                response.withHeader(name, values);
            }
        });
        // Whatever stands for a parameter: only the operation is found by it.
        String path = operation.path().replaceAll("\\{[^}]*}", "0-any-0");
        validator
                .validateResponse(path, Request.Method.valueOf(operation.method()), response.build())
                .getMessages()
                .forEach(message -> faults.add(message.getKey() + ": " + message.getMessage() + " "
                        + message.getContext()
                                .flatMap(context -> context.getPointers())
                                .map(pointers -> pointers.getInstance())
                                .orElse("")));
    }

    private static void problem(Heard heard, List<String> faults) {
        if (!heard.mediaType().equals(PROBLEM)) {
            faults.add("a " + heard.status() + " that is not told as a problem, but as '" + heard.mediaType() + "'");
            return;
        }
        JsonNode problem;
        try {
            problem = Description.JSON.readTree(heard.body());
        } catch (IOException e) {
            faults.add("a problem that is not JSON");
            return;
        }
        if (problem.path("status").asInt() != heard.status()) {
            faults.add("the problem tells another status than the answer");
        }
        if (!problem.path("requestId")
                .asText()
                .equals(heard.header("X-Request-Id").orElse(""))) {
            faults.add("the problem names another request than the header");
        }
        for (String field : List.of("type", "title", "detail", "instance")) {
            if (problem.path(field).asText().isBlank()) {
                faults.add("the problem has no " + field);
            }
        }
        String told =
                problem.path("title").asText() + " " + problem.path("detail").asText();
        problem.path("problems").forEach(each -> {
            if (INSIDES.matcher(each.path("message").asText()).find()) {
                faults.add("the problem tells of the inside: "
                        + each.path("message").asText());
            }
        });
        if (heard.status() >= 500 && INSIDES.matcher(told).find()
                || told.toLowerCase(Locale.ROOT).contains("exception")) {
            faults.add("the problem tells of the inside: " + told);
        }
    }
}
