package io.tenderhub.documents;

import java.io.IOException;
import java.io.Writer;

/** Takes so many letters of a text, and then ends whatever writes it. */
final class BoundedText extends Writer {
    private final StringBuilder text = new StringBuilder();
    private final int most;
    private boolean full;

    BoundedText(int most) {
        this.most = most;
    }

    @Override
    public void write(char[] letters, int offset, int length) throws FullException {
        int taken = Math.min(length, most - text.length());
        text.append(letters, offset, taken);
        if (taken < length) {
            full = true;
            throw new FullException();
        }
    }

    void add(String letters) throws FullException {
        write(letters.toCharArray(), 0, letters.length());
    }

    void add(char letter) throws FullException {
        write(new char[] {letter}, 0, 1);
    }

    /** Whether there was more. */
    boolean isFull() {
        return full;
    }

    /** How many letters are still taken. */
    int room() {
        return most - text.length();
    }

    String text() {
        return text.toString();
    }

    @Override
    public void flush() {
        // Nothing is kept back.
    }

    @Override
    public void close() {
        // Nothing is held.
    }

    /** There is as much text as is taken. */
    static final class FullException extends IOException {
        FullException() {
            super("as much text as is taken");
        }
    }
}
