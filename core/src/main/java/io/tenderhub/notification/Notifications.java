package io.tenderhub.notification;

import io.tenderhub.team.TeamId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Tells whoever listens at the moment, and keeps the last for who was away for a short while: a thousand of each team and of those for
 * everybody, of at most an hour when newer come, and nothing a day after the newest. What is for a team is heard only by opening it for
 * that team, and is numbered for it alone.
 */
public interface Notifications {
    /** How many of each stream are kept. */
    int KEPT = 1_000;

    /**
     * Gives each its place, in this order within its stream, keeps it and tells it, in one step for each.
     *
     * @throws io.tenderhub.failure.UnavailableException if nobody can be told just now; some may have been
     */
    void publish(List<Notification> notifications);

    TeamNotifications forTeam(TeamId team);

    /** What is for everybody. */
    TeamNotifications forEverybody();

    /** What is for one team, or for everybody. */
    interface TeamNotifications {

        /**
         * Hears what is for the team until it is closed: all that is published after this returned, while the store is there, in
         * the order of their places. Connects again when the connection is lost; what was published meanwhile is missed.
         *
         * @param listener called on a thread of the store's client; must not block. What it throws is logged, and no more
         */
        Subscription subscribe(Consumer<News> listener);

        /**
         * What came after a place, as far as it is kept.
         *
         * @param after empty to learn the newest place alone
         * @throws io.tenderhub.failure.UnavailableException if the store is away
         */
        RecentNews recent(Optional<NewsId> after);
    }

    /** Ends when it is closed; closing it again does nothing. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
