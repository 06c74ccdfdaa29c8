package io.tenderhub.cli;

import io.tenderhub.semantic.Followed;
import java.util.Locale;

/** Shows how far an index of meanings is: a bar where a person looks on, else a line now and then. */
final class MeaningProgress implements AutoCloseable {
    private static final long TENDERS_A_LINE = 1_000;

    private final Terminal terminal;
    private final Progress bar;
    private long shown;

    MeaningProgress(Terminal terminal) {
        this.terminal = terminal;
        this.bar = Progress.of(terminal, "indexed");
    }

    void at(Followed followed) {
        if (terminal.isInteractive()) {
            for (; shown < followed.put(); shown++) {
                bar.step();
            }
        } else if (followed.put() - shown >= TENDERS_A_LINE) {
            shown = followed.put();
            terminal.say(String.format(Locale.ROOT, "%,d tenders indexed", shown));
        }
    }

    @Override
    public void close() {
        bar.close();
    }
}
