package io.tenderhub.embedded;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The real MongoDB server of this machine. */
final class MongodServer implements Server {
    private final Path executable;
    private final StoreFolder folder;
    private final Guard guard;
    private int port;
    private @Nullable Process running;

    MongodServer(Path executable, StoreFolder folder, Guard guard) {
        this.executable = executable;
        this.folder = folder;
        this.guard = guard;
    }

    @Override
    public void start() throws IOException {
        if (running != null && running.isAlive()) {
            return;
        }
        boolean portIsGiven = port != 0;
        Path worksIn = folder.below("mongo");
        for (int attempt = 1; ; attempt++) {
            if (!portIsGiven) {
                port = FreePort.find();
            }
            try {
                running = new ChildServer("mongod", worksIn, guard)
                        .start(
                                executable,
                                List.of("--dbpath", worksIn.toString(), "--port", String.valueOf(port)),
                                List.of(
                                        "--bind_ip",
                                        "127.0.0.1",
                                        "--nounixsocket",
                                        "--pidfilepath",
                                        worksIn.resolve("mongod.pid").toString()),
                                this::answers);
                return;
            } catch (IOException e) {
                if (attempt == FreePort.ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 1000);
            return true;
        } catch (IOException e) {
            return false;
        }
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
        return "mongodb://127.0.0.1:" + port + "/tenderhub";
    }
}
