package io.tenderhub.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.tenderhub.failure.UnavailableException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedStoresTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @Test
    void keepsDataDurablyInAFolderWithABlankInItsName() throws Exception {
        Path kept = folder.resolve("a folder");

        try (EmbeddedStores stores = EmbeddedStores.builder().folder(kept).start()) {
            assertThat(value(stores, "SHOW fsync")).isEqualTo("on");
            assertThat(value(stores, "SHOW synchronous_commit")).isEqualTo("on");
            execute(stores, "CREATE TABLE kept AS SELECT 42 AS answer");
            assertThat(redis(stores, "SET kept 42")).isEqualTo("+OK");
        }
        try (EmbeddedStores stores = EmbeddedStores.builder().folder(kept).start()) {
            assertThat(value(stores, "SELECT answer FROM kept")).isEqualTo("42");
            assertThat(redis(stores, "STRLEN kept")).isEqualTo(":2");
        }
    }

    @Test
    void refusesAFolderThatIsInUse() {
        try (EmbeddedStores stores =
                EmbeddedStores.builder().folder(folder).only(Store.REDIS).start()) {
            assertThat(stores.redisUrl()).startsWith("redis://127.0.0.1:");
            assertThatExceptionOfType(UnavailableException.class)
                    .isThrownBy(() -> EmbeddedStores.builder().folder(folder).start())
                    .withMessageContaining("in use by another program");
        }
    }

    @Test
    void startsAStoppedServerUnderTheSameUrl() throws IOException {
        try (EmbeddedStores stores = EmbeddedStores.builder().only(Store.REDIS).start()) {
            String url = stores.redisUrl();
            stores.stop(Store.REDIS);
            assertThatExceptionOfType(IOException.class).isThrownBy(() -> redis(stores, "PING"));
            stores.start(Store.REDIS);

            assertThat(stores.redisUrl()).isEqualTo(url);
            assertThat(redis(stores, "PING")).isEqualTo("+PONG");
        }
    }

    @Test
    void leavesNoServerAndNoFolderWhenTheProgramIsKilled() throws Exception {
        Path temporary = Files.createDirectory(folder.resolve("tmp dir"));
        Process program = program(temporary);
        try {
            awaitReady(program);
            Path run = onlyRun(temporary);
            List<ProcessHandle> servers = servers(run);
            assertThat(servers).hasSizeGreaterThanOrEqualTo(2);

            program.destroyForcibly().waitFor();

            assertThat(eventually(() -> servers.stream().noneMatch(ProcessHandle::isAlive)))
                    .isTrue();
            assertThat(eventually(() -> Files.notExists(run))).isTrue();
        } finally {
            program.destroyForcibly();
        }
    }

    @Test
    void takesUpAKeptFolderAtOnceAfterTheProgramWasKilled() throws Exception {
        Path kept = folder.resolve("kept");
        Process program = program(Path.of(System.getProperty("java.io.tmpdir")), kept.toString());
        try {
            String[] urls = awaitReady(program).split(" ");
            String url = urls[0];
            try (Connection connection = DriverManager.getConnection(url);
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE kept AS SELECT 42 AS answer");
            }
            try (MongoClient client = MongoClients.create(urls[1])) {
                client.getDatabase("kept").getCollection("kept").insertOne(new Document("answer", 42));
            }
            program.destroyForcibly().waitFor();

            try (EmbeddedStores stores = EmbeddedStores.builder().folder(kept).start()) {
                assertThat(value(stores, "SELECT answer FROM kept")).isEqualTo("42");
                try (MongoClient client = MongoClients.create(stores.mongoUrl())) {
                    assertThat(client.getDatabase("kept").getCollection("kept").countDocuments())
                            .isEqualTo(1);
                }
            }
        } finally {
            program.destroyForcibly();
        }
    }

    private static Process program(Path temporary, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                HoldsStores.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static String awaitReady(Process program) throws IOException {
        BufferedReader talk =
                new BufferedReader(new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8));
        String line = talk.readLine();
        assertThat(line).startsWith("ready ");
        return line.substring("ready ".length());
    }

    private static Path onlyRun(Path temporary) throws IOException {
        try (DirectoryStream<Path> users = Files.newDirectoryStream(temporary, "tenderhub-*")) {
            try (DirectoryStream<Path> runs =
                    Files.newDirectoryStream(users.iterator().next(), "run-*")) {
                return runs.iterator().next();
            }
        }
    }

    private static List<ProcessHandle> servers(Path run) {
        return List.of(Leftovers.POSTGRES, Leftovers.REDIS, Leftovers.MONGO).stream()
                .map(file -> Leftovers.process(run.resolve(file)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static boolean eventually(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        return condition.getAsBoolean();
    }

    private static String redis(EmbeddedStores stores, String command) throws IOException {
        URI address = URI.create(stores.redisUrl());
        try (Socket socket = new Socket(address.getHost(), address.getPort());
                BufferedReader answers =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
            return answers.readLine();
        }
    }

    private static String value(EmbeddedStores stores, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(stores.postgresUrl());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private static void execute(EmbeddedStores stores, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(stores.postgresUrl());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
