package io.tenderhub.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real streaming replica of a server on this machine: its files, copied as a base backup, and a process of its own. */
final class StreamingReplica implements AutoCloseable {
    private final Path folder;
    private final List<String> command;
    private final int port;
    private final String primaryUrl;
    private Process process;

    private StreamingReplica(Path folder, List<String> command, int port, String primaryUrl) throws Exception {
        this.folder = folder;
        this.command = command;
        this.port = port;
        this.primaryUrl = primaryUrl;
        this.process = start();
    }

    /** @param folder that is empty */
    static StreamingReplica of(String primaryUrl, Path folder) throws Exception {
        try (Connection connection = DriverManager.getConnection(primaryUrl);
                Statement statement = connection.createStatement()) {
            Path data = Path.of(text(statement, "SHOW data_directory"));
            String program = ProcessHandle.of(Long.parseLong(
                            Files.readAllLines(data.resolve("postmaster.pid")).get(0)))
                    .orElseThrow()
                    .info()
                    .command()
                    .orElseThrow();
            statement.execute("SELECT pg_backup_start('replica', true)");
            copy(data, folder);
            Files.writeString(
                    folder.resolve("backup_label"), text(statement, "SELECT labelfile FROM pg_backup_stop(false)"));
            Files.writeString(folder.resolve("standby.signal"), "");
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            int port = freePort();
            List<String> command = new ArrayList<>();
            if (System.getProperty("user.name").equals("root")) {
                // The server refuses to run as root; in a user namespace of its own it does not see that it does.
                command.addAll(List.of("unshare", "-U"));
            }
            command.addAll(List.of(program, "-D", folder.toString(), "-p", Integer.toString(port)));
            for (String setting : List.of(
                    "listen_addresses=127.0.0.1",
                    "unix_socket_directories=",
                    "fsync=off",
                    "max_connections=" + text(statement, "SHOW max_connections"),
                    "primary_conninfo=host=127.0.0.1 port=" + text(statement, "SHOW port") + " user=postgres")) {
                command.addAll(List.of("-c", setting));
            }
            return new StreamingReplica(folder, command, port, primaryUrl);
        }
    }

    private Process start() throws Exception {
        Process started = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolveSibling("replica.log").toFile())
                .start();
        long guard = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (true) {
            try {
                assertThat(ask("SELECT pg_is_in_recovery()::text")).isEqualTo("true");
                return started;
            } catch (SQLException notYet) {
                if (!started.isAlive() || System.nanoTime() > guard) {
                    started.destroyForcibly();
                    throw new IllegalStateException(Files.readString(folder.resolveSibling("replica.log")), notYet);
                }
                Thread.sleep(50);
            }
        }
    }

    /** With the database and the options of the primary's. */
    String url() {
        return primaryUrl.replaceFirst("//[^/]*/", "//127.0.0.1:" + port + "/");
    }

    /** Keeps receiving what the primary does, and shows nothing of it. */
    void fallBehind() throws SQLException {
        ask("SELECT 'paused' FROM (SELECT pg_wal_replay_pause()) AS paused");
    }

    void catchUp() throws SQLException {
        ask("SELECT 'resumed' FROM (SELECT pg_wal_replay_resume()) AS resumed");
    }

    void stop() throws InterruptedException {
        process.destroy();
        // Which waits for clients; a pool has some.
        if (!process.waitFor(1, TimeUnit.SECONDS)) {
            process.children().forEach(ProcessHandle::destroy);
            process.waitFor(20, TimeUnit.SECONDS);
        }
        process.destroyForcibly().waitFor();
    }

    void startAgain() throws Exception {
        process = start();
    }

    private String ask(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement()) {
            return text(statement, sql);
        }
    }

    private static String text(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** Everything but what a copy must not have; what vanishes meanwhile is not needed. */
    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Path copy = to.resolve(from.relativize(folder).toString());
                Files.createDirectories(copy);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                String name = from.relativize(file).toString();
                if (!name.startsWith("postmaster.")
                        && !name.startsWith("pg_wal/")
                        && !name.startsWith("pg_replslot/")) {
                    try {
                        Files.copy(file, to.resolve(name));
                    } catch (NoSuchFileException vanished) {
                        return FileVisitResult.CONTINUE;
                    }
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                if (e instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw new UncheckedIOException(e);
            }
        });
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        try {
            stop();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
