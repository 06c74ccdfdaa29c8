package io.tenderhub.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** An answer, with what tests say of it. */
public record Answered(String asked, HttpResponse<byte[]> response) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public int status() {
        return response.statusCode();
    }

    public Optional<String> header(String name) {
        return response.headers().firstValue(name);
    }

    public String text() {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    /** JSON with this status. */
    public JsonNode is(int status) {
        assertThat(status()).as("%s: %s", asked, text()).isEqualTo(status);
        assertThat(header("Content-Type").orElse("")).startsWith("application/json");
        return json();
    }

    /** Nothing with this status. */
    public void isNothing(int status) {
        assertThat(status()).as("%s: %s", asked, text()).isEqualTo(status);
        assertThat(response.body()).isEmpty();
    }

    /** A problem with this status. */
    public JsonNode isProblem(int status) {
        assertThat(status()).as("%s: %s", asked, text()).isEqualTo(status);
        assertThat(header("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(json().get("status").asInt()).isEqualTo(status);
        return json();
    }

    /** A problem with this status, of fields at exactly these paths. */
    public void isProblemAt(int status, String... paths) {
        List<String> found = isProblem(status).findParents("path").stream()
                .map(problem -> problem.get("path").textValue())
                .toList();
        assertThat(found).as("%s: %s", asked, text()).containsExactlyInAnyOrder(paths);
    }

    JsonNode json() {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new AssertionError(asked + " is answered by no JSON: " + text(), e);
        }
    }
}
