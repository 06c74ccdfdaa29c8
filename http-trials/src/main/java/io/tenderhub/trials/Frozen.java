package io.tenderhub.trials;

import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A store that can be stopped where it stands, as a long pause of its machine would: connections stay, and nothing answers.
 *
 * @param process of it, by its own handle; what it started is frozen with it
 */
record Frozen(String name, Supplier<ProcessHandle> process) {
    void freeze() throws IOException, InterruptedException {
        // The one that starts others first, so that none comes after.
        signal("STOP");
    }

    void thaw() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String signal) throws IOException, InterruptedException {
        ProcessHandle first = process.get();
        send(signal, List.of(first));
        send(signal, first.descendants().toList());
    }

    private static void send(String signal, List<ProcessHandle> processes) throws IOException, InterruptedException {
        if (processes.isEmpty()) {
            return;
        }
        String pids = processes.stream().map(each -> Long.toString(each.pid())).collect(Collectors.joining(" "));
        // The shell's own kill: not every machine has one as a program.
        new ProcessBuilder(Stream.of("sh", "-c", "kill -" + signal + " " + pids).toList())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
