package io.tenderhub.cli;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Where the program reads and writes: data on standard output, talk on standard error. */
final class Terminal {

    /** Asks a person without showing what he types. */
    @FunctionalInterface
    interface Prompt {
        /** What he typed; nothing if he ended the input. */
        char[] ask(String question);
    }

    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final OutputStream bytes;
    private final BufferedWriter out;
    private final PrintStream err;
    private final boolean interactive;
    private final Optional<Prompt> prompt;

    /**
     * @param interactive whether a person looks at standard error, so that progress may be drawn there
     * @param prompt where there is a person who can be asked
     */
    Terminal(InputStream in, OutputStream out, PrintStream err, boolean interactive, Optional<Prompt> prompt) {
        this.in = in;
        this.bytes = new BufferedOutputStream(out, BUFFER);
        this.out = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8), BUFFER);
        this.err = err;
        this.interactive = interactive;
        this.prompt = prompt;
    }

    InputStream in() {
        return in;
    }

    Writer out() {
        return out;
    }

    Optional<Prompt> prompt() {
        return prompt;
    }

    boolean isInteractive() {
        return interactive;
    }

    /** One line of data. */
    void print(String line) {
        try {
            out.write(line);
            out.write('\n');
        } catch (IOException e) {
            throw new OutputClosedException(e);
        }
    }

    /** One line of data as UTF-8; whoever prints lines both ways has to flush in between. */
    void print(byte[] line) {
        try {
            bytes.write(line);
            bytes.write('\n');
        } catch (IOException e) {
            throw new OutputClosedException(e);
        }
    }

    /** One line of talk. */
    void say(String line) {
        err.println(line);
    }

    void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            throw new OutputClosedException(e);
        }
    }
}
