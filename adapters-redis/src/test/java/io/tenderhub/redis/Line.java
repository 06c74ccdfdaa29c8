package io.tenderhub.redis;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;

/** A line to a server that can be cut, or stalled, while the server lives on. */
final class Line implements AutoCloseable {
    private final ServerSocket entrance;
    private final int target;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final Semaphore flow = new Semaphore(1);
    private volatile boolean cut;
    private volatile boolean deaf;

    Line(int target) throws IOException {
        this.target = target;
        this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        inBackground(this::accept);
    }

    int port() {
        return entrance.getLocalPort();
    }

    void cut() {
        cut = true;
        closeAll();
    }

    void mend() {
        cut = false;
        deaf = false;
    }

    /** What is sent arrives, and no answer comes back; the connections die of it. */
    void swallowAnswers() {
        deaf = true;
    }

    /** Connects and takes bytes but passes none on. */
    void stall() {
        flow.acquireUninterruptibly();
    }

    void flow() {
        flow.release();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = entrance.accept();
                if (cut) {
                    client.close();
                } else {
                    connect(client);
                }
            }
        } catch (IOException e) {
            // The entrance was closed, which ends the line.
            closeAll();
        }
    }

    private void connect(Socket client) throws IOException {
        Socket server;
        try {
            server = new Socket(InetAddress.getLoopbackAddress(), target);
        } catch (IOException e) {
            // The server is stopped; the line lives on.
            client.close();
            return;
        }
        sockets.addAll(List.of(client, server));
        if (cut) {
            closeAll();
        }
        inBackground(() -> pass(client, server, false));
        inBackground(() -> pass(server, client, true));
    }

    private void pass(Socket from, Socket to, boolean answers) {
        byte[] buffer = new byte[8192];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                flow.acquireUninterruptibly();
                flow.release();
                if (answers && deaf) {
                    return;
                }
                to.getOutputStream().write(buffer, 0, read);
            }
        } catch (IOException e) {
            // Cut, or one end hung up; both sockets are closed by now.
            return;
        }
    }

    private void closeAll() {
        for (Socket socket : sockets) {
            try {
                socket.close();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
        sockets.clear();
    }

    private static void inBackground(Runnable work) {
        Thread thread = new Thread(work, "line");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        closeAll();
    }
}
