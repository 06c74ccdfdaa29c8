package io.tenderhub.cli;

import io.tenderhub.ingestion.FeedInput;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Parameters;

/** The inputs of a command that reads tenders. */
final class InputArguments {
    @Parameters(
            paramLabel = "INPUT",
            arity = "1..*",
            description = {
                "Files or folders of OCDS JSON, JSON Lines or portal listings (JSON, CSV),",
                "plain or gzip; the kind is detected. - reads standard input."
            })
    private List<String> inputs = List.of();

    List<FeedInput> inputs(Terminal terminal) {
        return inputs.stream()
                .<FeedInput>map(input -> input.equals("-")
                        ? new FeedInput.Stream("standard input", terminal.in())
                        : new FeedInput.Files(Path.of(input)))
                .toList();
    }
}
