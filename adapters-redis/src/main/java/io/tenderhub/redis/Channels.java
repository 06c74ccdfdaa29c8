package io.tenderhub.redis;

import io.tenderhub.notification.Notifications.Subscription;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.JedisPubSub;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Listens to any number of channels over one connection, on one daemon thread that begins with the first listener. When the
 * connection is lost it connects again.
 */
final class Channels implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Channels.class);
    private static final long LONGEST_WAIT_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;

    private final UnifiedJedis client;
    private final String server;
    /** Never left: a connection without channels would be given back while somebody comes to listen. */
    private final String base;

    private final Listeners listeners = new Listeners();
    /** What the server was asked for over the present connection. This and what follows is guarded by this object. */
    private final Set<String> requested = new HashSet<>();
    /** How many requests for a channel are not yet answered. */
    private final Map<String, Integer> unanswered = new HashMap<>();

    private @Nullable Thread thread;
    /** Present while there is a connection that listens. */
    private @Nullable Messages live;

    private boolean away;
    private boolean closed;
    private long pauseMillis = FIRST_PAUSE_MILLIS;

    Channels(UnifiedJedis client, String server, String base) {
        this.client = client;
        this.server = server;
        this.base = base;
    }

    /** Waits for a moment until the server has confirmed. */
    synchronized Subscription listen(String channel, Consumer<String> listener) {
        if (closed) {
            throw new IllegalStateException("somebody came to listen after the adapter was closed");
        }
        // Not the listener itself: who listens twice hears twice, and closes one of both.
        Consumer<String> mine = message -> listener.accept(message);
        listeners.add(channel, mine);
        if (thread == null) {
            thread = new Thread(this::run, "tenderhub-notifications");
            thread.setDaemon(true);
            thread.start();
        }
        reconcile();
        awaitConfirmation(channel);
        return () -> leave(channel, mine);
    }

    private void awaitConfirmation(String channel) {
        long begun = System.nanoTime();
        long left = LONGEST_WAIT_NANOS;
        while (left > 0
                && !away
                && Thread.currentThread() != thread
                && !(requested.contains(channel) && !unanswered.containsKey(channel))) {
            try {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            left = LONGEST_WAIT_NANOS - (System.nanoTime() - begun);
        }
    }

    private synchronized void leave(String channel, Consumer<String> mine) {
        listeners.remove(channel, mine);
        reconcile();
    }

    /** Asks for what is listened to, and leaves what nobody listens to. Called with the lock held. */
    private void reconcile() {
        if (live == null) {
            return;
        }
        try {
            for (String channel : listeners.channels()) {
                if (requested.add(channel)) {
                    unanswered.merge(channel, 1, Integer::sum);
                    live.subscribe(channel);
                }
            }
            for (String channel : List.copyOf(requested)) {
                if (!channel.equals(base) && !listeners.channels().contains(channel)) {
                    requested.remove(channel);
                    live.unsubscribe(channel);
                }
            }
        } catch (JedisException e) {
            LOG.debug("the connection is lost; the next one asks for everything", e);
        }
    }

    private void run() {
        for (String[] channels = begin(); channels.length > 0; channels = begin()) {
            try {
                client.subscribe(new Messages(), channels);
            } catch (JedisException | IllegalStateException e) {
                if (!ended(e)) {
                    return;
                }
            }
        }
    }

    /** What to ask a new connection for; nothing when all is over. */
    private synchronized String[] begin() {
        live = null;
        requested.clear();
        unanswered.clear();
        if (closed) {
            return new String[0];
        }
        requested.add(base);
        requested.addAll(listeners.channels());
        requested.forEach(channel -> unanswered.put(channel, 1));
        return requested.toArray(String[]::new);
    }

    /** Pauses; false if the thread is to end. */
    private synchronized boolean ended(RuntimeException e) {
        live = null;
        if (!away && !closed) {
            LOG.warn("{}: notifications are missed until it is back: {}", server, e.toString());
        }
        away = true;
        notifyAll();
        try {
            if (!closed) {
                TimeUnit.MILLISECONDS.timedWait(this, pauseMillis);
            }
        } catch (InterruptedException interrupted) {
            return false;
        }
        pauseMillis = Math.min(LONGEST_PAUSE_MILLIS, 2 * pauseMillis);
        return true;
    }

    private synchronized void confirmed(Messages connection, String channel) {
        if (closed) {
            connection.unsubscribe();
            return;
        }
        if (away) {
            LOG.info("{}: notifications are heard again", server);
        }
        away = false;
        pauseMillis = FIRST_PAUSE_MILLIS;
        unanswered.computeIfPresent(channel, (name, count) -> count > 1 ? count - 1 : null);
        live = connection;
        reconcile();
        notifyAll();
    }

    private final class Messages extends JedisPubSub {
        @Override
        public void onSubscribe(String channel, int count) {
            confirmed(this, channel);
        }

        @Override
        public void onMessage(String channel, String message) {
            listeners.tell(channel, message);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        listeners.removeAll();
        if (live != null) {
            try {
                live.unsubscribe();
            } catch (JedisException e) {
                LOG.debug("the connection was lost before it was closed", e);
            }
        }
        notifyAll();
    }
}
