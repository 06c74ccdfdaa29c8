package io.tenderhub.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Files that come with this module; SOURCES.md beside them says where they are from. */
final class Bundled {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Bundled() {}

    /** The values of a file of JSON Lines. */
    static List<JsonNode> lines(String file) {
        List<JsonNode> values = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Bundled.class.getResourceAsStream(file), file), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                values.add(JSON.readTree(line));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(values);
    }
}
