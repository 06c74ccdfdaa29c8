package io.tenderhub.postgres;

import io.tenderhub.event.OutboxSignal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens on a connection of its own, for as long as somebody wants to be told. A listening that ends on a live connection
 * takes its subscription back, as the connection may belong to a pool.
 */
final class OutboxListener implements OutboxSignal {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxListener.class);
    /** How long a wait for notifications lasts before it looks whether it is to end. */
    private static final int LOOK_MILLIS = 500;

    private static final int FIRST_PAUSE_MILLIS = 100;
    private static final int LONGEST_PAUSE_MILLIS = 5_000;

    private final DataSource dataSource;
    private final String channel;

    OutboxListener(DataSource dataSource, Names names) {
        this.dataSource = dataSource;
        this.channel = names.outboxChannel();
    }

    @Override
    public Listening listen(Runnable listener) {
        Ear ear = new Ear(listener);
        Thread thread = new Thread(ear, "tenderhub-listen");
        thread.setDaemon(true);
        thread.start();
        return () -> {
            ear.ending.countDown();
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    /** The thread's work. */
    private final class Ear implements Runnable {
        private final Runnable listener;
        private final CountDownLatch ending = new CountDownLatch(1);
        private int failures;

        Ear(Runnable listener) {
            this.listener = listener;
        }

        @Override
        public void run() {
            try {
                do {
                    hear();
                } while (!ending.await(pause(), TimeUnit.MILLISECONDS));
            } catch (InterruptedException e) {
                LOG.debug("listening was interrupted and ends");
            }
        }

        private void hear() {
            try (Connection connection = dataSource.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("LISTEN " + channel);
                if (failures > 0) {
                    LOG.info("listens to the outbox again");
                }
                failures = 0;
                // Whatever was committed before this connection listened.
                listener.run();
                PGConnection notifications = connection.unwrap(PGConnection.class);
                while (!isEnding()) {
                    if (notifications.getNotifications(LOOK_MILLIS).length > 0) {
                        listener.run();
                    }
                }
                statement.execute("UNLISTEN " + channel);
            } catch (SQLException e) {
                failures++;
                if (failures == 1 && !isEnding()) {
                    LOG.warn("can't listen to the outbox and polls until it can: {}", SqlFailures.reason(e));
                }
            }
        }

        private boolean isEnding() {
            return ending.getCount() == 0;
        }

        private int pause() {
            int longest = Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << Math.min(failures, 10));
            return ThreadLocalRandom.current().nextInt(longest / 2, longest + 1);
        }
    }
}
