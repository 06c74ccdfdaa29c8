package io.tenderhub.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** {@link LeanLoad} in a process of its own, so that neither its garbage nor its compiler is that of the servers. */
final class LoadProcess implements AutoCloseable {
    private final Process process;
    private final PrintWriter orders;
    private final BufferedReader reports;

    /**
     * What one measurement told.
     *
     * @param rate answers a second
     * @param median in microseconds
     * @param p99 in microseconds
     */
    record Report(double rate, double median, double p99) {}

    LoadProcess(Path pages) throws IOException {
        this.process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LeanLoad.class.getName(),
                        pages.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        this.orders = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
        this.reports = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    Report measure(int port, int connections, int millis) throws IOException {
        orders.println(port + " " + connections + " " + millis);
        String report = reports.readLine();
        if (report == null) {
            throw new IOException("the load ended");
        }
        String[] words = report.split(" ");
        return new Report(
                Long.parseLong(words[0]) * 1e9 / Long.parseLong(words[1]),
                Double.parseDouble(words[2]),
                Double.parseDouble(words[3]));
    }

    @Override
    public void close() {
        orders.close();
        process.destroy();
    }
}
