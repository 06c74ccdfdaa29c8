package io.tenderhub.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Runs the commands that need no store on tenders of the sample and prints nothing, so that a Java virtual machine that is told to can
 * note which classes they load and keep these for quick starts.
 */
final class StartUpRehearsal {
    private static final List<String> TENDERS = List.of("za-ocds-9t57fa-136826.json", "za-ocds-9t57fa-165050.json");

    private StartUpRehearsal() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("tenderhub-start-up");
        List<Path> copies = new ArrayList<>();
        try {
            String profile = copy("profile.json", folder, copies);
            for (String name : TENDERS) {
                copy(name, Files.createDirectories(folder.resolve("tenders")), copies);
            }
            String tenders = folder.resolve("tenders").toString();
            rehearse("--help");
            rehearse("version");
            rehearse("score", "--help");
            for (String format : List.of("table", "csv", "jsonl")) {
                rehearse("score", "--profile", profile, "--format", format, tenders);
            }
            rehearse("inspect", tenders);
            rehearse("summarize", tenders);
            rehearse("compile", tenders);
        } finally {
            for (Path copy : copies) {
                Files.delete(copy);
            }
            Files.deleteIfExists(folder.resolve("tenders"));
            Files.delete(folder);
        }
    }

    private static String copy(String name, Path folder, List<Path> copies) throws IOException {
        Path copy = folder.resolve(name);
        try (InputStream in =
                Objects.requireNonNull(StartUpRehearsal.class.getResourceAsStream("sample/" + name), name)) {
            Files.copy(in, copy);
        }
        copies.add(copy);
        return copy.toString();
    }

    private static void rehearse(String... arguments) {
        Terminal nowhere = new Terminal(
                InputStream.nullInputStream(),
                OutputStream.nullOutputStream(),
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
                false,
                Optional.empty());
        int code = new CommandLineApplication(nowhere, Map.of()).run(arguments);
        if (code != 0) {
            throw new IllegalStateException(String.join(" ", arguments) + " ended with " + code);
        }
    }
}
