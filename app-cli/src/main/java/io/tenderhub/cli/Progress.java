package io.tenderhub.cli;

import java.util.Locale;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows how far long work is, where a person looks on; says at the end how fast it was. */
final class Progress implements AutoCloseable {
    private final Terminal terminal;
    private final String verb;
    private final Optional<ProgressBar> bar;
    private final long startedAt = System.nanoTime();

    private Progress(Terminal terminal, String verb, Optional<ProgressBar> bar) {
        this.terminal = terminal;
        this.verb = verb;
        this.bar = bar;
    }

    /**
     * @param verb what is done to tenders, such as {@code scored}
     */
    static Progress of(Terminal terminal, String verb) {
        Optional<ProgressBar> bar = terminal.isInteractive()
                ? Optional.of(new ProgressBarBuilder()
                        .setTaskName(verb)
                        .setStyle(ProgressBarStyle.ASCII)
                        .setUnit(" tenders", 1)
                        .showSpeed()
                        .clearDisplayOnFinish()
                        .build())
                : Optional.empty();
        return new Progress(terminal, verb, bar);
    }

    void step() {
        bar.ifPresent(ProgressBar::step);
    }

    /** {@code scored 3,018 tenders in 1.9 s (1,588 a second), 2 rejected}. */
    void summary(long tenders, long rejected) {
        close();
        double seconds = (System.nanoTime() - startedAt) / 1e9;
        terminal.say(String.format(
                Locale.ROOT,
                "%s %,d tenders in %.1f s (%,.0f a second), %,d rejected",
                verb,
                tenders,
                seconds,
                tenders / seconds,
                rejected));
    }

    @Override
    public void close() {
        bar.ifPresent(ProgressBar::close);
    }
}
