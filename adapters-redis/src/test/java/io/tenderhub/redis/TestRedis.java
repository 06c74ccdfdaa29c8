package io.tenderhub.redis;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;
import redis.clients.jedis.Connection;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.embedded.RedisServer;

/** A server of a test's own, which the test may stop and start again. */
final class TestRedis implements AutoCloseable {
    private static final int ATTEMPTS = 5;

    private final Path folder;
    private final String[] settings;
    private int port;
    private RedisServer server;

    TestRedis(Path folder, String... settings) {
        this.folder = folder;
        this.settings = settings;
        this.server = startOnAFreePort();
    }

    /** Between the look for a free port and the start another test may have taken it. */
    private RedisServer startOnAFreePort() {
        for (int attempt = 1; ; attempt++) {
            port = freePort();
            try {
                return start();
            } catch (IllegalStateException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private RedisServer start() {
        try {
            var builder = RedisServer.newRedisServer()
                    .port(port)
                    .bind("127.0.0.1")
                    .setting("save \"\"")
                    .setting("appendonly no")
                    .setting("dir " + folder);
            for (String setting : settings) {
                builder.setting(setting);
            }
            RedisServer started = builder.build();
            started.start();
            return started;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    void startAgain() {
        server = start();
    }

    void stop() {
        try {
            server.stop();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    int port() {
        return port;
    }

    RedisClient client() {
        return clientOf(port, 30_000);
    }

    static RedisClient clientOf(int port, int timeoutMillis) {
        GenericObjectPoolConfig<Connection> pool = new GenericObjectPoolConfig<>();
        pool.setMaxTotal(32);
        return RedisClient.builder()
                .hostAndPort("127.0.0.1", port)
                .clientConfig(DefaultJedisClientConfig.builder()
                        .connectionTimeoutMillis(timeoutMillis)
                        .socketTimeoutMillis(timeoutMillis)
                        .build())
                .poolConfig(pool)
                .build();
    }

    /** One that finds out with each read whether Redis is there. */
    static RedisAdapter adapterThatNeverPauses(RedisClient client) {
        return RedisAdapter.builder(client)
                .pause(1, Duration.ZERO)
                .lease(Duration.ZERO, System::nanoTime)
                .build();
    }

    /** Low enough that a cluster's second port, 10,000 above, is a port, too. */
    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort() < 55_000 ? socket.getLocalPort() : freePort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        stop();
    }
}
