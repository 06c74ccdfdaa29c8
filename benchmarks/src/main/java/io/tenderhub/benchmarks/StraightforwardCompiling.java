package io.tenderhub.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenderhub.feeds.merge.Merge;
import io.tenderhub.feeds.merge.ReleaseMerger;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Compiling as one would write it in half an hour: all releases as trees in a map, merged by the product's rules; as much as fits the memory. */
final class StraightforwardCompiling {
    private final ObjectMapper json = new ObjectMapper();
    private final ReleaseMerger merger = new ReleaseMerger();

    /** How many bytes the compiled releases have. */
    long compile(Path file) throws IOException {
        Map<String, List<ObjectNode>> releases = new TreeMap<>();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                ObjectNode release = (ObjectNode) json.readTree(line);
                releases.computeIfAbsent(release.path("ocid").asText(), unused -> new ArrayList<>())
                        .add(release);
            }
        }
        long bytes = 0;
        for (List<ObjectNode> ofOne : releases.values()) {
            ofOne.sort(Comparator.comparing(
                    (JsonNode release) -> release.path("date").asText()));
            Merge merge = merger.start();
            ofOne.forEach(merge::add);
            bytes += json.writeValueAsBytes(merge.compiled()).length;
        }
        return bytes;
    }
}
