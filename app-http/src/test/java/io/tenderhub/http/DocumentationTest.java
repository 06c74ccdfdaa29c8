package io.tenderhub.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What strangers read before they use the service. */
@ExtendWith(Served.class)
class DocumentationTest {
    private final Client stranger;

    DocumentationTest(ServedHub served) {
        this.stranger = served.nobody();
    }

    @Test
    void thePageFindsItsPartsWhereverItIsShown() {
        Answered page = stranger.get("/docs");

        List<String> parts = Pattern.compile("(?:href|src)=\"([^\"]+)\"")
                .matcher(page.text())
                .results()
                .map(part -> part.group(1))
                .toList();
        assertThat(parts).hasSize(4).allMatch(part -> part.startsWith("/"));
        for (String part : parts) {
            Answered answer = stranger.get(part);
            assertThat(answer.status()).as(part).isEqualTo(200);
            assertThat(answer.header("Content-Type").orElse(""))
                    .as(part)
                    .startsWith(
                            part.endsWith(".css")
                                    ? "text/css"
                                    : part.endsWith(".js") ? "text/javascript" : "application/json");
        }
        assertThat(stranger.get("/docs/start.js").text()).contains("'/openapi.json'");
    }

    @Test
    void everyTextThatMayBeSentShowsAnExample() {
        JsonNode document = stranger.get("/openapi.json").is(200);
        List<String> without = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                JsonNode body = operation.getValue().at("/requestBody/content/application~1json/schema");
                textsWithoutExample(document, body, operation.getKey() + " " + path.getKey(), new HashSet<>(), without);
            }
        }

        assertThat(without).isEmpty();
    }

    private static void textsWithoutExample(
            JsonNode document, JsonNode shape, String where, Set<String> seen, List<String> without) {
        if (shape.has("$ref")) {
            String name = shape.get("$ref").textValue();
            if (seen.add(name)) {
                textsWithoutExample(document, document.at(name.substring(1)), where, seen, without);
            }
            return;
        }
        shape.path("properties")
                .properties()
                .forEach(field ->
                        textsWithoutExample(document, field.getValue(), where + " " + field.getKey(), seen, without));
        if (shape.has("items")) {
            textsWithoutExample(document, shape.get("items"), where, seen, without);
        }
        boolean saidOtherwise = shape.has("example") || shape.has("enum") || shape.has("format");
        if (shape.path("type").asText().equals("string") && !saidOtherwise) {
            without.add(where);
        }
    }
}
