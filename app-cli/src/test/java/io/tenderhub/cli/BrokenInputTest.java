package io.tenderhub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bad input is told in one line with its place, and everything good beside it is kept. */
class BrokenInputTest {
    @TempDir
    private Path folder;

    private Ran ran = new Ran(0, "", "");

    @AfterEach
    void neverShowsAStackTrace() {
        assertThat(ran.err())
                .doesNotContain("\tat ")
                .doesNotContain("Exception")
                .doesNotContain("fault of the program");
    }

    @Test
    void keepsTheReleasesBeforeATruncation() {
        String whole =
                "{\"releases\":[" + Written.release(1) + "," + Written.release(2) + "," + Written.release(3) + "]}";
        Path file = Written.file(folder, "truncated.json", whole.substring(0, whole.length() - 60));

        ran = score(file);

        assertThat(ran.code()).isEqualTo(ExitCode.SOME_REJECTED.code());
        assertThat(ran.outLines()).hasSize(2);
        assertThat(rejects()).hasSize(1).first().asString().contains("truncated.json");
    }

    @Test
    void goesOnAfterABrokenLine() {
        Path file = Written.file(
                folder, "tenders.jsonl", Written.release(1) + "\n{\"ocid\": broken\n" + Written.release(2) + "\n");

        ran = score(file);

        assertThat(ran.code()).isEqualTo(ExitCode.SOME_REJECTED.code());
        assertThat(ran.outLines()).hasSize(2);
        assertThat(rejects()).hasSize(1).first().asString().contains("line 2");
    }

    @Test
    void goesOnAfterALineOfFiftyMegabytes() {
        byte[] huge = new byte[50_000_000];
        Arrays.fill(huge, (byte) 'x');
        byte[] first = (Written.release(1) + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] last = ("\n" + Written.release(2) + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(first, first.length + huge.length + last.length);
        System.arraycopy(huge, 0, all, first.length, huge.length);
        System.arraycopy(last, 0, all, first.length + huge.length, last.length);

        ran = score(Written.file(folder, "huge.jsonl", all));

        assertThat(ran.outLines()).hasSize(2);
        assertThat(rejects()).hasSize(1).first().asString().contains("line 2").hasSizeLessThan(500);
    }

    @Test
    void rejectsBinaryJunk() {
        byte[] junk = new byte[100_000];
        new Random(1).nextBytes(junk);

        ran = score(Written.file(folder, "junk.json", junk));

        assertThat(ran.code()).isEqualTo(ExitCode.NOTHING_READ.code());
        assertThat(rejects()).isNotEmpty().allMatch(line -> line.contains("junk.json"));
    }

    @Test
    void rejectsAnEmptyFile() {
        ran = score(Written.file(folder, "empty.json", ""));

        assertThat(ran.code()).isEqualTo(ExitCode.NOTHING_READ.code());
        assertThat(rejects())
                .hasSize(1)
                .first()
                .asString()
                .contains("empty.json")
                .contains("empty");
    }

    @Test
    void readsAFolderAndSaysWhatInItIsBroken() throws Exception {
        Path data = Files.createDirectory(folder.resolve("data with blanks"));
        Written.file(data, "a.json", Written.release(1));
        Written.file(data, "b.json", "nonsense");
        Written.file(data, "c.json", Written.release(2));

        ran = score(data);

        assertThat(ran.code()).isEqualTo(ExitCode.SOME_REJECTED.code());
        assertThat(ran.outLines()).hasSize(2);
        assertThat(rejects()).hasSize(1).first().asString().contains("b.json");
    }

    @Test
    void saysThatAFileIsMissing() {
        ran = score(folder.resolve("nowhere.json"));

        assertThat(ran.code()).isEqualTo(ExitCode.NOTHING_READ.code());
        assertThat(rejects())
                .hasSize(1)
                .first()
                .asString()
                .contains("nowhere.json")
                .contains("no such file");
    }

    @Test
    void writesEveryRejectToAFile() throws Exception {
        Path file = Written.file(folder, "bad.jsonl", "{\n".repeat(30));
        Path rejects = folder.resolve("rejects.jsonl");

        ran = Ran.tenderhub("inspect", "--rejects", rejects.toString(), file.toString());

        assertThat(ran.code()).isEqualTo(ExitCode.NOTHING_READ.code());
        assertThat(Files.readAllLines(rejects)).isNotEmpty().allMatch(line -> line.contains("\"reason\""));
    }

    @Test
    void saysEveryFieldOfAProfileThatIsWrong() {
        Path profile = Written.file(
                folder, "profile.json", "{\"name\":\"\",\"cidb\":[{\"class\":\"GB\",\"grade\":12}],\"bbbeeLevel\":9}");

        ran = Ran.tenderhub(
                "score",
                "--profile",
                profile.toString(),
                Written.file(folder, "a.json", Written.release(1)).toString());

        assertThat(ran.code()).isEqualTo(ExitCode.INVALID_INPUT.code());
        assertThat(ran.errLines()).hasSize(1);
        assertThat(ran.err()).contains("profile.json", "cidb[0].grade", "12", "bbbeeLevel", "name");
    }

    @Test
    void saysThatWeightsDoNotSumToAHundred() throws Exception {
        Path policy = Written.file(
                folder,
                "policy.json",
                Files.readString(Path.of("../docs/examples/policy.json")).replace("\"cidb\": 30", "\"cidb\": 20"));

        ran = Ran.tenderhub(
                "score",
                "--profile",
                Written.profile(folder).toString(),
                "--policy",
                policy.toString(),
                Written.file(folder, "a.json", Written.release(1)).toString());

        assertThat(ran.code()).isEqualTo(ExitCode.INVALID_INPUT.code());
        assertThat(ran.err()).contains("policy.json", "100");
    }

    @Test
    void saysWhichServerRefuses() {
        ran = Ran.tenderhub(
                "ingest",
                "--postgres-url",
                "jdbc:postgresql://127.0.0.1:1/hub?user=u&password=very-secret",
                "--mongo-url",
                "mongodb://127.0.0.1:1",
                "--redis-url",
                "redis://127.0.0.1:1",
                Written.file(folder, "a.json", Written.release(1)).toString());

        assertThat(ran.code()).isEqualTo(ExitCode.UNAVAILABLE.code());
        assertThat(ran.errLines()).hasSize(1);
        assertThat(ran.err()).contains("127.0.0.1:1").doesNotContain("very-secret");
    }

    @Test
    void saysWhatIsWrongWithTheArguments() {
        ran = Ran.tenderhub("score", "--profiel", "x");

        assertThat(ran.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(ran.err()).contains("--help");
    }

    @Test
    void wantsAtLeastOneOfTheBest() {
        ran = Ran.tenderhub("score", "--profile", Written.profile(folder).toString(), "--top", "0", "-");

        assertThat(ran.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(ran.err()).contains("'--top': must be at least 1, not 0");
    }

    @Test
    void saysThatAPolicyIsNeitherAFileNorBuiltIn() {
        ran = Ran.tenderhub("score", "--profile", Written.profile(folder).toString(), "--policy", "nix", "-");

        assertThat(ran.code()).isEqualTo(ExitCode.INVALID_INPUT.code());
        assertThat(ran.errLines())
                .containsExactly(
                        "tenderhub: policy: nix: is neither a file nor one of the built-in policies standard and south-africa");
    }

    @Test
    void saysThatAFolderHoldsNoProfile() {
        ran = Ran.tenderhub("score", "--profile", folder.toString(), "-");

        assertThat(ran.code()).isEqualTo(ExitCode.INVALID_INPUT.code());
        assertThat(ran.errLines()).containsExactly("tenderhub: profile: " + folder + ": holds no *.json");
    }

    private Ran score(Path input) {
        return Ran.tenderhub(
                "score",
                "--profile",
                Written.profile(folder).toString(),
                "--format",
                "jsonl",
                "--now",
                "2026-02-10T00:00:00Z",
                input.toString());
    }

    private java.util.List<String> rejects() {
        return ran.errLines().stream()
                .filter(line -> line.startsWith("rejected: "))
                .toList();
    }
}
