package io.tenderhub.embedded;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.embedded.core.ExecutableProvider;

/** A Redis unpacked from the jars. */
final class RedisServer implements Server {
    private final StoreFolder folder;
    private final Guard guard;
    private int port;
    private @Nullable Process running;

    RedisServer(StoreFolder folder, Guard guard) {
        this.folder = folder;
        this.guard = guard;
    }

    @Override
    public void start() throws IOException {
        if (running != null && running.isAlive()) {
            return;
        }
        Path executable = executable();
        boolean portIsGiven = port != 0;
        for (int attempt = 1; ; attempt++) {
            if (!portIsGiven) {
                port = FreePort.find();
            }
            try {
                running = started(executable);
                return;
            } catch (IOException e) {
                if (attempt == FreePort.ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private Process started(Path executable) throws IOException {
        // Names are relative to its own folder: Redis splits what follows an option at blanks.
        List<String> persistence = folder.isKept()
                ? List.of("--appendonly", "yes", "--save", "60 1")
                : List.of("--appendonly", "no", "--save", "");
        ChildServer child = new ChildServer("redis-server", folder.below("redis"), guard);
        return child.start(
                executable,
                List.of("--port", String.valueOf(port), "--bind", "127.0.0.1", "--pidfile", "redis.pid"),
                persistence,
                this::answers);
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 1000);
            socket.setSoTimeout(1000);
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            byte[] answer = socket.getInputStream().readNBytes(5);
            return new String(answer, StandardCharsets.US_ASCII).equals("+PONG");
        } catch (IOException e) {
            return false;
        }
    }

    private static Path executable() throws IOException {
        Path servers = Files.createDirectories(Workplace.ofThisUser().resolve("servers"));
        Path ready = servers.resolve("redis-server-6.2");
        if (!Files.isExecutable(ready)) {
            Path unpacking = Files.createTempDirectory(servers, "unpacking-");
            try {
                Path unpacked = ExecutableProvider.newJarResourceProvider(unpacking.toFile())
                        .get()
                        .toPath();
                // Programs that unpack at the same time replace each other's equal file in one step.
                Files.move(unpacked, ready, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Trees.remove(unpacking);
            }
        }
        return ready;
    }

    @Override
    public void stop() throws IOException {
        Process process = running;
        if (process != null) {
            ChildServer.stop(process);
            running = null;
        }
    }

    @Override
    public String url() {
        return "redis://127.0.0.1:" + port;
    }
}
