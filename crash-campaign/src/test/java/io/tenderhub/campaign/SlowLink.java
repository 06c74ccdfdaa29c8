package io.tenderhub.campaign;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A way to MongoDB on which a write can be held up, as in a slow network: it has been sent, and has not arrived. */
final class SlowLink implements AutoCloseable {
    private static final int LARGEST_PIECE = 1 << 16;
    private static final int PATIENCE_SECONDS = 60;

    private final URI server;
    private final ServerSocket entrance;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private volatile Hold hold = new Hold("");

    /** @param collection whose writes are held; empty for none */
    private record Hold(String collection, CountDownLatch caught, CountDownLatch passed, CountDownLatch answered) {
        Hold(String collection) {
            this(collection, new CountDownLatch(1), new CountDownLatch(1), new CountDownLatch(1));
        }

        boolean concerns(String bytes) {
            return !collection.isEmpty() && bytes.contains("\u0002update\0") && bytes.contains(collection + "\0");
        }
    }

    SlowLink(String mongoUrl) throws IOException {
        this.server = URI.create(mongoUrl);
        this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start("entrance", this::accept);
    }

    String url() {
        return "mongodb://127.0.0.1:" + entrance.getLocalPort() + server.getPath();
    }

    /** From now on the first write to this collection does not arrive. */
    void holdWritesTo(String collection) {
        hold = new Hold(collection);
    }

    void awaitCaught() throws InterruptedException {
        await(hold.caught, "no write came");
    }

    /** The held write arrives; waits until the server has answered it. */
    void letPass() throws InterruptedException {
        Hold held = hold;
        held.passed.countDown();
        await(held.answered, "the held write was not answered");
    }

    /** The held write is gone for good, and every connection with it. */
    @Override
    public void close() throws IOException {
        entrance.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private static void await(CountDownLatch latch, String otherwise) throws InterruptedException {
        if (!latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError(otherwise);
        }
    }

    private void accept() throws IOException, InterruptedException {
        while (true) {
            Socket client = entrance.accept();
            sockets.add(client);
            Socket upstream = new Socket(server.getHost(), server.getPort());
            sockets.add(upstream);
            Hold[] own = new Hold[1];
            start("to the server", () -> carryUp(client.getInputStream(), upstream.getOutputStream(), own));
            start("to the client", () -> carryDown(upstream.getInputStream(), client.getOutputStream(), own));
        }
    }

    private void carryUp(InputStream from, OutputStream to, Hold[] own) throws IOException, InterruptedException {
        byte[] piece = new byte[LARGEST_PIECE];
        for (int length = from.read(piece); length >= 0; length = from.read(piece)) {
            String bytes = new String(piece, 0, length, StandardCharsets.ISO_8859_1);
            Hold now = hold;
            if (now.concerns(bytes) && now.caught.getCount() > 0) {
                now.caught.countDown();
                now.passed.await();
                own[0] = now;
            }
            // A compressed write could not be told from others.
            to.write(bytes.replace("zlib", "none").getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    private static void carryDown(InputStream from, OutputStream to, Hold[] own) throws IOException {
        byte[] piece = new byte[LARGEST_PIECE];
        for (int length = from.read(piece); length >= 0; length = from.read(piece)) {
            to.write(piece, 0, length);
            Hold held = own[0];
            if (held != null) {
                held.answered.countDown();
            }
        }
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private static void start(String name, Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException | InterruptedException e) {
                        // Either side hung up, which is this thread's end.
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }
}
