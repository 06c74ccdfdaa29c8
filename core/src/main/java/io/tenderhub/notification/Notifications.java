package io.tenderhub.notification;

import io.tenderhub.team.TeamId;
import java.util.List;
import java.util.function.Consumer;

/**
 * Tells whoever listens at the moment; nothing is kept for those who do not. What is for a team is heard only by opening it for
 * that team.
 */
public interface Notifications {

    /**
     * @throws io.tenderhub.failure.UnavailableException if nobody can be told just now
     */
    void publish(List<Notification> notifications);

    TeamNotifications forTeam(TeamId team);

    /** Hears what is for everybody, in the way of {@link TeamNotifications#subscribe}. */
    Subscription subscribePublic(Consumer<Notification> listener);

    /** What is for one team. */
    interface TeamNotifications {

        /**
         * Hears what is for the team until it is closed: all that is published after this returned, while the store is there.
         * Connects again when the connection is lost; what was published meanwhile is missed.
         *
         * @param listener called on a thread of the store's client; must not block. What it throws is logged, and no more
         */
        Subscription subscribe(Consumer<Notification> listener);
    }

    /** Ends when it is closed; closing it again does nothing. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
