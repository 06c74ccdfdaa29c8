package io.tenderhub.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a run of the program came to. */
record Ran(int code, String out, String err) {

    static Ran tenderhub(String... arguments) {
        return tenderhub(new byte[0], arguments);
    }

    static Ran tenderhub(byte[] standardInput, String... arguments) {
        return tenderhub(Map.of(), standardInput, arguments);
    }

    static Ran tenderhub(Map<String, String> environment, byte[] standardInput, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new ByteArrayInputStream(standardInput),
                out,
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                Optional.empty());
        int code = new CommandLineApplication(terminal, environment).run(arguments);
        return new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    List<String> outLines() {
        return out.lines().toList();
    }

    List<String> errLines() {
        return err.lines().toList();
    }
}
