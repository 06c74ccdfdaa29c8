package io.tenderhub.cli;

import io.tenderhub.consistency.RebuildResult;
import java.util.Locale;

/** Shows how far a rebuild is: a bar where a person looks on, else a line now and then. */
final class RebuildProgress implements AutoCloseable {
    private static final long TENDERS_A_LINE = 10_000;

    private final Terminal terminal;
    private final Progress bar;
    private long shown;

    RebuildProgress(Terminal terminal) {
        this.terminal = terminal;
        this.bar = Progress.of(terminal, "made anew");
    }

    void at(RebuildResult result) {
        if (terminal.isInteractive()) {
            for (; shown < result.tenders(); shown++) {
                bar.step();
            }
        } else if (result.tenders() - shown >= TENDERS_A_LINE) {
            shown = result.tenders();
            terminal.say(String.format(
                    Locale.ROOT, "%,d of about %,d tenders made anew", result.tenders(), result.expected()));
        }
    }

    @Override
    public void close() {
        bar.close();
    }
}
