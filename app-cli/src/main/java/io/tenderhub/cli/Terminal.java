package io.tenderhub.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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
    private final OutputStream out;
    private final PrintStream err;
    private final boolean interactive;
    private final Optional<Prompt> prompt;

    /**
     * @param interactive whether a person looks at standard error, so that progress may be drawn there
     * @param prompt where there is a person who can be asked
     */
    Terminal(InputStream in, OutputStream out, PrintStream err, boolean interactive, Optional<Prompt> prompt) {
        this.in = in;
        this.out = new BufferedOutputStream(out, BUFFER);
        this.err = err;
        this.interactive = interactive;
        this.prompt = prompt;
    }

    InputStream in() {
        return in;
    }

    /** For libraries that write texts; each goes to the output at once, among the lines. */
    Writer out() {
        return new Writer() {
            @Override
            public void write(char[] characters, int offset, int length) {
                printAll(new String(characters, offset, length).getBytes(StandardCharsets.UTF_8));
            }

            @Override
            public void flush() {
                Terminal.this.flush();
            }

            @Override
            public void close() {
                Terminal.this.flush();
            }
        };
    }

    Optional<Prompt> prompt() {
        return prompt;
    }

    boolean isInteractive() {
        return interactive;
    }

    /** One line of data. */
    void print(String line) {
        print(line.getBytes(StandardCharsets.UTF_8));
    }

    /** One line of data as UTF-8, without its end. */
    void print(byte[] line) {
        try {
            out.write(line);
            out.write('\n');
        } catch (IOException e) {
            throw new OutputClosedException(e);
        }
    }

    /** Lines of data as UTF-8, with their ends. */
    void printAll(byte[] lines) {
        try {
            out.write(lines);
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
