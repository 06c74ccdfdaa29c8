package io.tenderhub.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Asks a server on the loopback address for pages, each connection again as soon as it is answered, and tells how fast that went.
 * One thread, kept connections, and no more understanding of HTTP than where an answer ends: what it costs itself must not hide what
 * the servers cost. Its argument is a file with a path and the length of its page in each line. From standard input it takes
 * {@code PORT CONNECTIONS MILLISECONDS}, and answers each such line with
 * {@code ANSWERS NANOSECONDS MEDIAN P99}, the last two in microseconds.
 */
final class LeanLoad {
    private static final int SLOWEST_MICROS = 10_000_000;

    private final List<LeanRequest> requests;
    private final int[] counts = new int[SLOWEST_MICROS + 1];

    private LeanLoad(List<LeanRequest> requests) {
        this.requests = requests;
    }

    public static void main(String[] arguments) throws IOException {
        List<LeanRequest> requests = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of(arguments[0]))) {
            String[] words = line.split(" ");
            requests.add(LeanRequest.of(words[0], Integer.parseInt(words[1])));
        }
        LeanLoad load = new LeanLoad(requests);
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            String[] words = order.split(" ");
            System.out.println(
                    load.run(Integer.parseInt(words[0]), Integer.parseInt(words[1]), Integer.parseInt(words[2])));
            System.out.flush();
        }
    }

    private String run(int port, int connections, int millis) throws IOException {
        Arrays.fill(counts, 0);
        Random random = new Random(connections);
        List<LeanConnection> open = new ArrayList<>();
        long answers = 0;
        try (Selector selector = Selector.open()) {
            for (int i = 0; i < connections; i++) {
                LeanConnection connection =
                        LeanConnection.to(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), selector);
                open.add(connection);
                connection.ask(next(random));
            }
            long begun = System.nanoTime();
            long end = begun + millis * 1_000_000L;
            while (System.nanoTime() < end) {
                selector.select(1_000);
                for (SelectionKey key : selector.selectedKeys()) {
                    LeanConnection connection = (LeanConnection) key.attachment();
                    if (connection.isAnswered()) {
                        counts[(int) Math.min(SLOWEST_MICROS, connection.nanos() / 1_000)]++;
                        answers++;
                        connection.ask(next(random));
                    }
                }
                selector.selectedKeys().clear();
            }
            long took = System.nanoTime() - begun;
            return answers + " " + took + " " + quantile(answers, 0.5) + " " + quantile(answers, 0.99);
        } finally {
            for (LeanConnection connection : open) {
                connection.close();
            }
        }
    }

    private LeanRequest next(Random random) {
        return requests.get(random.nextInt(requests.size()));
    }

    private int quantile(long answers, double part) {
        long left = (long) Math.ceil(answers * part);
        int micros = 0;
        while (micros < SLOWEST_MICROS && left > counts[micros]) {
            left -= counts[micros++];
        }
        return micros;
    }
}
