package io.tenderhub.embedded;

import com.sun.management.OperatingSystemMXBean;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL unpacked from the jars. */
final class PostgresServer implements Server {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long MEGABYTE = 1L << 20;
    private static final long LEAST_BUFFERS = 128;
    private static final long MOST_BUFFERS = 1024;

    private final StoreFolder folder;
    private final Guard guard;
    private int port;
    private @Nullable EmbeddedPostgres running;

    PostgresServer(StoreFolder folder, Guard guard) {
        this.folder = folder;
        this.guard = guard;
    }

    @Override
    public void start() throws IOException {
        if (running != null) {
            return;
        }
        Path data = folder.path().resolve("postgres");
        // A first start that was cut short leaves half a database, which nothing can use.
        Path unfinished = folder.path().resolve("postgres.unfinished");
        if (Files.exists(unfinished)) {
            Trees.remove(data);
        }
        if (Files.notExists(data)) {
            Files.writeString(unfinished, "");
        }
        boolean portIsGiven = port != 0;
        for (int attempt = 1; running == null; attempt++) {
            if (!portIsGiven) {
                port = FreePort.find();
            }
            try {
                running = started(data);
            } catch (IOException | IllegalStateException e) {
                if (attempt == FreePort.ATTEMPTS || e.getCause() instanceof InterruptedException) {
                    throw new IOException("it does not start: " + Reasons.of(e), e);
                }
            }
        }
        Optional<ProcessHandle> postmaster = Leftovers.process(folder.path().resolve(Leftovers.POSTGRES));
        if (postmaster.isPresent()) {
            guard.watch(postmaster.get().pid());
        }
        Files.deleteIfExists(unfinished);
    }

    private EmbeddedPostgres started(Path data) throws IOException {
        String durable = folder.isKept() ? "on" : "off";
        return EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(
                        Workplace.ofThisUser().resolve("servers").toFile())
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(port)
                .setPGStartupWait(PATIENCE)
                .setServerConfig("listen_addresses", "localhost")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("fsync", durable)
                .setServerConfig("synchronous_commit", durable)
                .setServerConfig("full_page_writes", durable)
                .setServerConfig("shared_buffers", (folder.isKept() ? buffers() : LEAST_BUFFERS) + "MB")
                .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** A quarter of the memory, within bounds, in megabytes: what is searched often then stays there. */
    private static long buffers() {
        long memory =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
        return Math.max(LEAST_BUFFERS, Math.min(MOST_BUFFERS, memory / 4 / MEGABYTE));
    }

    @Override
    public void stop() throws IOException {
        EmbeddedPostgres server = running;
        if (server != null) {
            server.close();
            running = null;
        }
    }

    @Override
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres";
    }
}
