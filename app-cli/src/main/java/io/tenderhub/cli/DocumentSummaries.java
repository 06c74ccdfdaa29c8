package io.tenderhub.cli;

import io.tenderhub.bootstrap.Workbench;
import io.tenderhub.document.DocumentSummary;
import io.tenderhub.document.GivenDocument;
import io.tenderhub.failure.UnreadableDocumentException;
import io.tenderhub.ingestion.Reject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Prints what is made of documents, one after the other; one that can't be read is a reject, and the rest goes on. */
final class DocumentSummaries {
    private static final List<String> ENDINGS = List.of(".pdf", ".docx", ".docm", ".zip", ".txt");

    private final Terminal terminal;
    private final Workbench workbench;

    DocumentSummaries(Terminal terminal, Workbench workbench) {
        this.terminal = terminal;
        this.workbench = workbench;
    }

    /** By its name alone, whether there is such a file or not. */
    static boolean isDocument(String input) {
        return ENDINGS.stream().anyMatch(input.toLowerCase(Locale.ROOT)::endsWith);
    }

    ExitCode print(InputArguments inputs, Function<DocumentSummary, String> text) {
        long done = 0;
        try (Rejects rejects = inputs.rejects(terminal)) {
            for (String input : inputs.given()) {
                try {
                    DocumentSummary summary = workbench.documentSummarizer().summarize("", document(Path.of(input)));
                    terminal.print(text.apply(summary));
                    terminal.flush();
                    tellWhatIsMissing(input, summary);
                    done++;
                } catch (UnreadableDocumentException e) {
                    rejects.accept(new Reject(input, "", Optional.empty(), e.detail()));
                } catch (IOException e) {
                    String reason = e instanceof NoSuchFileException
                            ? "there is no such file"
                            : "can't be read: " + Rejects.reason(e);
                    rejects.accept(new Reject(input, "", Optional.empty(), reason));
                }
            }
            terminal.say("summarised " + done + " documents, " + rejects.count() + " rejected");
            return rejects.exitCode(done);
        }
    }

    private void tellWhatIsMissing(String input, DocumentSummary summary) {
        summary.source()
                .skipped()
                .forEach(part -> terminal.say("skipped: " + input + ", " + part.name() + ": " + part.detail()));
        if (summary.source().truncated()) {
            terminal.say("cut: " + input + " holds more text than is read");
        }
    }

    /** One byte more than is taken tells that it is too large. */
    private static GivenDocument document(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return GivenDocument.ofFile(
                    String.valueOf(file.getFileName()), in.readNBytes(GivenDocument.MOST_BYTES + 1));
        }
    }
}
