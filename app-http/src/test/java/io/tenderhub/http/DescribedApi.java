package io.tenderhub.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What the service says of itself in its OpenAPI document, to hold answers against: an answer that it does not describe is wrong. */
final class DescribedApi {
    private final URI server;
    private final JsonNode document;

    private DescribedApi(URI server, JsonNode document) {
        this.server = server;
        this.document = document;
    }

    static DescribedApi of(String server) {
        URI at = URI.create(server);
        try (InputStream in = at.resolve("/openapi.json").toURL().openStream()) {
            return new DescribedApi(at, new ObjectMapper().readTree(in));
        } catch (IOException e) {
            throw new AssertionError("the service does not describe itself", e);
        }
    }

    URI server() {
        return server;
    }

    /** Fails unless the operation is described with this status, and what is answered has the described shape. */
    void check(String method, String path, Answered answer) {
        JsonNode operation = document.at("/paths")
                .path(template(path.replaceFirst("\\?.*", "")))
                .path(method.toLowerCase(Locale.ROOT));
        assertThat(operation.isObject()).as(answer.asked() + " is described").isTrue();
        JsonNode described = operation.at("/responses/" + answer.status());
        assertThat(described.isObject())
                .as("%s is described with %s, as in %s", answer.asked(), answer.status(), answer.text())
                .isTrue();
        String type = answer.header("Content-Type").orElse("").replaceFirst(";.*", "");
        if (described.has("content") && answer.status() != 304) {
            JsonNode content = described.get("content").path(type);
            assertThat(content.isObject())
                    .as("%s is described with %s of type '%s'", answer.asked(), answer.status(), type)
                    .isTrue();
            if (type.endsWith("json")) {
                assertThat(new DescribedShape(document).problems(content.get("schema"), answer.json()))
                        .as("%s: %s", answer.asked(), answer.text())
                        .isEmpty();
            }
        } else {
            assertThat(answer.text()).as(answer.asked() + " has no content").isEmpty();
        }
    }

    /** The described path that an address belongs to; with the fewest parameters where several fit. */
    private String template(String path) {
        List<String> parts = parts(path);
        List<String> fitting = new ArrayList<>();
        document.get("paths").fieldNames().forEachRemaining(template -> {
            if (fits(parts(template), parts)) {
                fitting.add(template);
            }
        });
        return fitting.stream()
                .min(Comparator.comparingLong(template -> parts(template).stream()
                        .filter(DescribedApi::isParameter)
                        .count()))
                .orElse(path);
    }

    private static List<String> parts(String path) {
        return Arrays.asList(path.split("/"));
    }

    private static boolean fits(List<String> template, List<String> parts) {
        if (template.size() != parts.size()) {
            return false;
        }
        for (int i = 0; i < parts.size(); i++) {
            if (!isParameter(template.get(i)) && !template.get(i).equals(parts.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isParameter(String part) {
        return part.startsWith("{");
    }
}
