package io.tenderhub.trials;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a hub holds: of its process, and in the eyes of the stores.
 *
 * @param heapKilobytes after a full collection
 * @param subscriptions of Redis, to channels and to patterns
 */
record Footprint(long threads, long sockets, long heapKilobytes, long postgres, long redis, long subscriptions) {
    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    /** Of a process on Linux. */
    static Footprint of(Grounds grounds) throws IOException, InterruptedException, SQLException {
        long pid = grounds.hub().pid();
        jcmd(pid, "GC.run");
        jcmd(pid, "GC.run");
        Matcher used = USED.matcher(jcmd(pid, "GC.heap_info"));
        return new Footprint(
                threads(pid),
                sockets(pid),
                used.find() ? Long.parseLong(used.group(1)) : -1,
                postgres(grounds.stores().postgresUrl()),
                number(redis(grounds, "INFO clients"), "connected_clients:(\\d+)"),
                lines(redis(grounds, "PUBSUB CHANNELS")) + number(redis(grounds, "PUBSUB NUMPAT"), ":(\\d+)"));
    }

    private static long threads(long pid) throws IOException {
        return number(Files.readString(Path.of("/proc/" + pid + "/status")), "Threads:\\s+(\\d+)");
    }

    private static long sockets(long pid) throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            return open.filter(Footprint::isSocket).count();
        }
    }

    private static boolean isSocket(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString().startsWith("socket:");
        } catch (IOException e) {
            return false; // It was closed meanwhile.
        }
    }

    private static String jcmd(long pid, String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(pid), command)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    private static long postgres(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("SELECT count(*) FROM pg_stat_activity"
                        + " WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()")) {
            count.next();
            return count.getLong(1);
        }
    }

    private static String redis(Grounds grounds, String command) throws IOException {
        URI address = URI.create(grounds.stores().redisUrl());
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write((command + "\r\nECHO the-end\r\n").getBytes(StandardCharsets.US_ASCII));
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            StringBuilder said = new StringBuilder();
            for (String line = in.readLine(); line != null && !line.equals("the-end"); line = in.readLine()) {
                said.append(line).append('\n');
            }
            return said.toString();
        }
    }

    private static long lines(String answer) {
        return number(answer, "\\*(\\d+)");
    }

    private static long number(String text, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        return found.find() ? Long.parseLong(found.group(1)) : -1;
    }

    @Override
    public String toString() {
        return String.format(
                "%d threads, %d sockets, %,d kB of heap, %d connections to PostgreSQL, %d to Redis, %d subscriptions",
                threads, sockets, heapKilobytes, postgres, redis, subscriptions);
    }
}
