package io.tenderhub.campaign;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a worker is started.
 *
 * @param classPath that holds {@code io.tenderhub.cli.TenderHubMain}, in the order in which classes are looked for
 */
record WorkerProgram(List<Path> classPath, Map<String, String> environment, Path logs) {

    /** The runnable jar, as it is handed out. */
    static WorkerProgram ofJar(Grounds grounds) {
        return new WorkerProgram(List.of(jar()), grounds.environment(), grounds.logs());
    }

    static Path jar() {
        String jar = System.getProperty("tenderhub.jar");
        if (jar == null) {
            throw new IllegalStateException("the property tenderhub.jar says where the runnable jar is");
        }
        return Path.of(jar);
    }

    /** With classes that are found before those of the jar. */
    WorkerProgram behind(Path classes) {
        List<Path> longer = new ArrayList<>(List.of(classes));
        longer.addAll(classPath);
        return new WorkerProgram(longer, environment, logs);
    }

    /** With another way to MongoDB. */
    WorkerProgram by(String mongoUrl) {
        Map<String, String> changed = new HashMap<>(environment);
        changed.put("TENDERHUB_MONGO_URL", mongoUrl);
        return new WorkerProgram(classPath, changed, logs);
    }

    WorkerProcess start(String name) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                String.join(
                        File.pathSeparator,
                        classPath.stream().map(Path::toString).toList()),
                "io.tenderhub.cli.TenderHubMain",
                "worker");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        logs.resolve(name + ".log").toFile()));
        builder.environment().putAll(environment);
        return new WorkerProcess(builder.start());
    }
}
