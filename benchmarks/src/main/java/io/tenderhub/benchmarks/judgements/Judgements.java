package io.tenderhub.benchmarks.judgements;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Reads judgements: tab-separated lines of query id, kind, query, ocid, grade, and whatever else helps a reader. Empty lines, lines
 * that begin with {@code #} and the one that names the columns are passed over. A tab in an ocid stands as {@code \t}.
 */
final class Judgements {
    private static final String OWN = "judgements.tsv";
    private static final int FIELDS = 5;

    private Judgements() {}

    /** Those of the project. */
    static List<JudgedQuery> own() throws IOException {
        try (InputStream in = Objects.requireNonNull(Judgements.class.getResourceAsStream(OWN), OWN)) {
            return read(
                    new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .toList(),
                    OWN);
        }
    }

    static List<JudgedQuery> read(Path file) throws IOException {
        return read(Files.readAllLines(file), file.toString());
    }

    static List<JudgedQuery> read(List<String> lines, String name) {
        Map<String, String[]> heads = new LinkedHashMap<>();
        Map<String, Map<String, Integer>> grades = new LinkedHashMap<>();
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at);
            if (line.isBlank() || line.startsWith("#") || line.startsWith("query id\t")) {
                continue;
            }
            String[] fields = line.split("\t", -1);
            String where = name + ", line " + (at + 1) + ": ";
            if (fields.length < FIELDS) {
                throw new IllegalArgumentException(where + "needs " + FIELDS + " fields");
            }
            String[] head = heads.computeIfAbsent(fields[0], id -> fields);
            if (!head[1].equals(fields[1]) || !head[2].equals(fields[2])) {
                throw new IllegalArgumentException(where + fields[0] + " has another kind or text above");
            }
            Integer before = grades.computeIfAbsent(fields[0], id -> new TreeMap<>())
                    .put(fields[3].replace("\\t", "\t"), Integer.valueOf(fields[4]));
            if (before != null) {
                throw new IllegalArgumentException(where + fields[3] + " is judged twice");
            }
        }
        List<JudgedQuery> queries = new ArrayList<>();
        heads.forEach((id, head) -> queries.add(new JudgedQuery(id, head[1], head[2], grades.get(id))));
        return queries;
    }

    static String written(String ocid) {
        return ocid.replace("\t", "\\t");
    }
}
