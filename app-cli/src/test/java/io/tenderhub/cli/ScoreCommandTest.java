package io.tenderhub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreCommandTest {
    private static final String NOW = "2026-02-10T00:00:00Z";

    @TempDir
    private Path folder;

    @Test
    void writesOneJsonLineForEachTenderInInputOrder() throws Exception {
        Path input = Written.file(folder, "tenders.jsonl", lines(500));

        Ran ran = score("--format", "jsonl", input.toString());

        assertThat(ran.code()).isZero();
        assertThat(ocids(ran))
                .containsExactlyElementsOf(
                        IntStream.range(0, 500).mapToObj(n -> "ocds-test-" + n).toList());
        JsonNode first = new ObjectMapper().readTree(ran.outLines().get(0));
        assertThat(first.fieldNames())
                .toIterable()
                .contains(
                        "ocid",
                        "tenderId",
                        "score",
                        "recommendation",
                        "blockers",
                        "fixable",
                        "checklist",
                        "policy",
                        "policyVersion",
                        "generatedAt");
        assertThat(first.get("generatedAt").asText()).isEqualTo(NOW);
        assertThat(ran.err()).contains("scored 500 tenders").contains("0 rejected");
    }

    @Test
    void writesCsvInInputOrderWithATitleLine() {
        Path input = Written.file(folder, "tenders.jsonl", lines(50));

        Ran ran = score("--format", "csv", input.toString());

        assertThat(ran.outLines()).hasSize(51);
        assertThat(ran.outLines().get(0)).startsWith("ocid,tenderId,score,recommendation");
        assertThat(ran.outLines().get(1)).startsWith("ocds-test-0,");
        assertThat(ran.outLines().get(50)).startsWith("ocds-test-49,");
    }

    @Test
    void ranksTheBestFirstInATable() {
        String good = Written.release(
                "ocds-good", "2026-02-01T00:00:00Z", "Building construction of a school in Gauteng, 5GB");
        String poor = Written.release(
                "ocds-poor", "2026-02-01T00:00:00Z", "Building construction, CIDB grading 9CE or higher");
        Path input = Written.file(folder, "tenders.jsonl", poor + "\n" + good + "\n");

        Ran ran = score(input.toString());

        assertThat(ran.outLines()).hasSize(3);
        assertThat(ran.outLines().get(1)).contains("ocds-good");
        assertThat(ran.outLines().get(2)).contains("ocds-poor");
    }

    @Test
    void keepsOnlyTheBestWithTop() {
        Path input = Written.file(folder, "tenders.jsonl", lines(100));

        assertThat(score("--top", "7", "--format", "jsonl", input.toString()).outLines())
                .hasSize(7);
        assertThat(score("--top", "7", input.toString()).outLines()).hasSize(8);
    }

    @Test
    void readsStandardInput() {
        Ran ran = Ran.tenderhub(
                lines(3).getBytes(StandardCharsets.UTF_8),
                "score",
                "--profile",
                Written.profile(folder).toString(),
                "--now",
                NOW,
                "--format",
                "jsonl",
                "-");

        assertThat(ran.outLines()).hasSize(3);
    }

    @Test
    void givesTheSameBytesTwice() {
        Path input = Written.file(folder, "tenders.jsonl", lines(200));

        assertThat(score("--format", "jsonl", input.toString()).out())
                .isEqualTo(score("--format", "jsonl", input.toString()).out());
    }

    @Test
    void takesAPolicyByNameOrFile() {
        Path input = Written.file(folder, "tenders.jsonl", lines(1));

        Ran ran = score("--policy", "standard", "--format", "jsonl", input.toString());

        assertThat(ran.out()).contains("\"policy\":\"standard\"");
    }

    private Ran score(String... rest) {
        List<String> arguments = new java.util.ArrayList<>(
                List.of("score", "--profile", Written.profile(folder).toString(), "--now", NOW));
        arguments.addAll(List.of(rest));
        return Ran.tenderhub(arguments.toArray(String[]::new));
    }

    private static List<String> ocids(Ran ran) {
        return ran.outLines().stream()
                .map(line -> line.substring(line.indexOf(":\"") + 2, line.indexOf("\",")))
                .toList();
    }

    private static String lines(int count) {
        return IntStream.range(0, count).mapToObj(Written::release).collect(Collectors.joining("\n", "", "\n"));
    }
}
