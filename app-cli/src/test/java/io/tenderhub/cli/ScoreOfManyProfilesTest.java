package io.tenderhub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreOfManyProfilesTest {
    @TempDir
    private Path folder;

    private Path input = Path.of("");
    private Path builders = Path.of("");
    private Path cleaners = Path.of("");

    @BeforeEach
    void writeInputs() throws Exception {
        Files.createDirectory(folder.resolve("companies"));
        builders = Written.file(folder, "companies/builders.json", Written.PROFILE);
        cleaners = Written.file(
                folder, "companies/cleaners.json", "{\"name\":\"Clean, Ltd\",\"services\":[\"cleaning\"]}");
        input = Written.file(
                folder,
                "tenders.jsonl",
                IntStream.range(0, 40).mapToObj(Written::release).collect(Collectors.joining("\n", "", "\n")));
    }

    @Test
    void eachLineSaysWhoseScoreItIsAndIsOtherwiseThatOfTheProfileAlone() {
        List<String> both = score("jsonl", builders, cleaners).outLines();
        List<String> first = score("jsonl", builders).outLines();
        List<String> second = score("jsonl", cleaners).outLines();

        assertThat(both).hasSize(80);
        for (int i = 0; i < 40; i++) {
            assertThat(both.get(2 * i))
                    .isEqualTo("{\"profile\":\"builders\"," + first.get(i).substring(1));
            assertThat(both.get(2 * i + 1))
                    .isEqualTo("{\"profile\":\"cleaners\"," + second.get(i).substring(1));
        }
    }

    @Test
    void csvHasAColumnForTheProfile() {
        List<String> both = score("csv", folder.resolve("companies")).outLines();
        List<String> first = score("csv", builders).outLines();

        assertThat(both).hasSize(81);
        assertThat(both.get(0)).isEqualTo("profile," + first.get(0));
        assertThat(both.get(1)).isEqualTo("builders," + first.get(1));
        assertThat(both.get(2)).startsWith("cleaners,ocds-test-0,");
    }

    @Test
    void linesOfAFileAreCalledByTheNamesInThem() {
        Path many =
                Written.file(folder, "many.jsonl", "{\"name\":\"One\"}\n\n{\"name\":\"Two, Ltd\",\"national\":true}\n");

        assertThat(score("csv", many).outLines())
                .hasSize(81)
                .element(2)
                .asString()
                .startsWith("\"Two, Ltd\",ocds-test-0");
    }

    @Test
    void topIsForEachProfile() {
        assertThat(score("jsonl", "--top", "3", builders, cleaners).outLines())
                .hasSize(6)
                .startsWith(score("jsonl", "--top", "3", builders).outLines().stream()
                        .map(line -> "{\"profile\":\"builders\"," + line.substring(1))
                        .toArray(String[]::new));
        Ran table = score("table", "--top", "2", builders, cleaners);
        assertThat(table.outLines()).hasSize(9).contains("== builders", "", "== cleaners");
        assertThat(table.err()).contains("the best 2 of 40 for each profile");
    }

    @Test
    void aBadProfileIsToldByFileLineAndFieldBeforeAnythingIsScored() {
        Path many = Written.file(folder, "many.jsonl", "{\"name\":\"One\"}\n{\"name\":\"Two\",\"bbbeeLevel\":9}\n");
        Path broken = Written.file(folder, "broken.jsonl", "{\"name\":\"One\"}\n\n{\"name\":}\n");

        Ran ran = score("csv", many);
        assertThat(ran.code()).isNotZero();
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("many.jsonl line 2").contains("bbbeeLevel");
        assertThat(score("csv", broken).err()).contains("broken.jsonl").contains("line 3, column");
    }

    @Test
    void twoProfilesOfOneNameAreRefused() {
        Path other = Written.file(folder, "builders.json", Written.PROFILE);

        Ran ran = score("csv", builders, other);
        assertThat(ran.code()).isNotZero();
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("builders").contains(other.toString());
    }

    @Test
    void aFolderWithoutProfilesIsRefused() throws Exception {
        assertThat(score("csv", Files.createDirectory(folder.resolve("empty"))).err())
                .contains("holds no *.json");
    }

    /** Paths are profiles, texts other arguments. */
    private Ran score(String format, Object... rest) {
        List<String> arguments = new ArrayList<>(List.of("score", "--now", "2026-02-10T00:00:00Z", "--format", format));
        for (Object argument : rest) {
            if (argument instanceof Path) {
                arguments.add("--profile");
            }
            arguments.add(argument.toString());
        }
        arguments.add(input.toString());
        return Ran.tenderhub(arguments.toArray(String[]::new));
    }
}
