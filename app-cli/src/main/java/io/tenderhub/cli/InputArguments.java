package io.tenderhub.cli;

import io.tenderhub.ingestion.FeedInput;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The inputs of a command that reads tenders, and where it tells of what it could not read. */
final class InputArguments {
    @Parameters(
            paramLabel = "INPUT",
            arity = "1..*",
            description = {
                "Files or folders of OCDS JSON, JSON Lines or portal listings (JSON, CSV),",
                "plain or gzip; the kind is detected. - reads standard input."
            })
    private List<String> inputs = List.of();

    @Option(
            names = "--rejects",
            paramLabel = "FILE",
            description = "Write what could not be read there, as JSON Lines.")
    private @Nullable Path rejects;

    List<FeedInput> inputs(Terminal terminal) {
        return inputs.stream()
                .<FeedInput>map(input -> input.equals("-")
                        ? new FeedInput.Stream("standard input", terminal.in())
                        : new FeedInput.Files(Path.of(input)))
                .toList();
    }

    /** As they were given. */
    List<String> given() {
        return inputs;
    }

    Rejects rejects(Terminal terminal) {
        return new Rejects(terminal, rejects);
    }
}
