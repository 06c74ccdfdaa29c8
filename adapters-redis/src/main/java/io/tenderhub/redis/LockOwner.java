package io.tenderhub.redis;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.params.SetParams;

/**
 * This process as the holder of locks. While it holds any, a key in Redis says that it lives, and is renewed by a daemon
 * thread; when the process dies the key runs out, and its locks may be taken over.
 */
final class LockOwner {
    private static final Logger LOG = LoggerFactory.getLogger(LockOwner.class);
    private static final int BEATS_IN_A_LIFE = 3;
    private static final char PARTS = '.';
    private static final String LIVES = "lives";

    private final String id = UUID.randomUUID().toString();
    private final RedisKeys keys;
    private final Duration life;
    private final Runnable heartbeat;
    private final AtomicLong tokens = new AtomicLong();
    private @Nullable ScheduledExecutorService heart;
    private boolean closed;

    /**
     * @param life how long the key outlives its last renewal
     * @param heartbeat three times in a life, on the daemon thread
     */
    LockOwner(RedisKeys keys, Duration life, Runnable heartbeat) {
        this.keys = keys;
        this.life = life;
        this.heartbeat = heartbeat;
    }

    String newToken() {
        return id + PARTS + tokens.incrementAndGet();
    }

    boolean isMine(String token) {
        return token.startsWith(id + PARTS);
    }

    /** The key that says whether the holder with this token lives. */
    String keyOfHolder(String token) {
        int end = token.indexOf(PARTS);
        return keys.lockOwner(end < 0 ? token : token.substring(0, end));
    }

    void renew(AbstractPipeline pipeline) {
        pipeline.set(key(), LIVES, SetParams.setParams().px(life.toMillis()));
    }

    void renew(UnifiedJedis client) {
        client.set(key(), LIVES, SetParams.setParams().px(life.toMillis()));
    }

    String key() {
        return keys.lockOwner(id);
    }

    synchronized void start() {
        if (closed) {
            throw new IllegalStateException("locks were asked for after their adapter was closed");
        }
        if (heart == null) {
            heart = Executors.newSingleThreadScheduledExecutor(beat -> {
                Thread thread = new Thread(beat, "tenderhub-lock-owner");
                thread.setDaemon(true);
                return thread;
            });
            long pause = Math.max(1, life.toMillis() / BEATS_IN_A_LIFE);
            heart.scheduleWithFixedDelay(this::beat, pause, pause, TimeUnit.MILLISECONDS);
        }
    }

    private void beat() {
        try {
            heartbeat.run();
        } catch (RuntimeException e) {
            // A scheduled task that throws is never run again, and the next beat may well succeed.
            LOG.debug("the owner of locks could not be renewed", e);
        }
    }

    /** Whether it had ever started. */
    synchronized boolean stop() {
        closed = true;
        if (heart == null) {
            return false;
        }
        heart.shutdownNow();
        return true;
    }
}
