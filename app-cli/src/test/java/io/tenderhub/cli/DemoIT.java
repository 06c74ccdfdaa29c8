package io.tenderhub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first thing that a stranger does, with the jar that is handed out. */
class DemoIT {
    @TempDir
    private Path folder;

    @Test
    void showsTheWholeThingOnTheSample() throws Exception {
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        Process demo = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        System.getProperty("tenderhub.jar"),
                        "demo")
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();

        assertThat(demo.waitFor(3, TimeUnit.MINUTES)).isTrue();

        String printed = Files.readString(out, StandardCharsets.UTF_8);
        assertThat(demo.exitValue()).as(Files.readString(err)).isZero();
        assertThat(printed)
                .contains("0 rejected")
                .contains("0 parked")
                .contains("RECOMMENDATION")
                .contains("ocds-9t57fa-165050")
                .contains("CRITERION")
                .contains("== In short")
                .contains("== What to try next");
    }
}
