package io.tenderhub.cli;

import io.tenderhub.account.Secret;
import io.tenderhub.failure.InvalidInputException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Takes secrets where neither the list of processes nor the history of a shell shows them. */
final class SecretInput {
    private static final int LONGEST = 4_096;

    private final Terminal terminal;

    SecretInput(Terminal terminal) {
        this.terminal = terminal;
    }

    /** A new password: asked for twice without being shown, or the first line of standard input. */
    Secret newPassword(boolean fromInput) {
        if (fromInput) {
            return firstLine("password");
        }
        Terminal.Prompt prompt = terminal.prompt()
                .orElseThrow(() -> new InvalidInputException(
                        "password", "--password-stdin", "is needed where there is no terminal to ask at"));
        char[] first = prompt.ask("New password: ");
        char[] again = prompt.ask("Once more: ");
        try {
            if (!Arrays.equals(first, again)) {
                throw new InvalidInputException("password", "password", "was not the same twice");
            }
            return new Secret(new String(first));
        } finally {
            Arrays.fill(first, ' ');
            Arrays.fill(again, ' ');
        }
    }

    /** The first line of standard input, without its end. */
    Secret firstLine(String what) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try {
            InputStream in = terminal.in();
            for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
                if (line.size() == LONGEST) {
                    throw new InvalidInputException(what, "standard input", "its first line is too long");
                }
                line.write(b);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String text = line.toString(StandardCharsets.UTF_8).replaceAll("\\r$", "");
        if (text.isEmpty()) {
            throw new InvalidInputException(what, "standard input", "its first line is empty");
        }
        return new Secret(text);
    }
}
