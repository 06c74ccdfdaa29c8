package io.tenderhub.cli;

import java.io.Writer;

/** Lets a library that wants a writer talk through the terminal. */
final class LineByLine extends Writer {
    private final Terminal terminal;
    private final StringBuilder line = new StringBuilder();

    LineByLine(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void write(char[] characters, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (characters[i] == '\n') {
                terminal.say(line.toString());
                line.setLength(0);
            } else if (characters[i] != '\r') {
                line.append(characters[i]);
            }
        }
    }

    @Override
    public void flush() {
        // A begun line waits for its end.
    }

    @Override
    public void close() {
        if (line.length() > 0) {
            write(new char[] {'\n'}, 0, 1);
        }
    }
}
