package io.tenderhub.notification;

import static java.util.Objects.requireNonNull;

import io.tenderhub.notification.Notifications.Subscription;
import io.tenderhub.team.Actor;
import io.tenderhub.team.Permission;
import io.tenderhub.team.TeamId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * News as they come, from a place on: what was published since then and is kept, then what is published, in order, none lost and none
 * twice. Any number of followers of a stream share one subscription, which ends with the last of them.
 */
public final class LiveNews {
    private static final class Shared {
        private final Feed feed;
        private int users;

        private Shared(Feed feed) {
            this.feed = feed;
        }
    }

    private final Notifications notifications;
    private final Executor readers;
    private final Map<Optional<TeamId>, Shared> feeds = new HashMap<>();

    /** @param readers asks the store for what may have been missed; one thread is enough */
    public LiveNews(Notifications notifications, Executor readers) {
        this.notifications = requireNonNull(notifications);
        this.readers = requireNonNull(readers);
    }

    /**
     * Follows the news of the actor's team until what is returned is closed.
     *
     * @param after the last place that was heard of; empty to begin now
     * @throws io.tenderhub.failure.NotAllowedException if he may not read what belongs to the team
     * @throws io.tenderhub.failure.UnavailableException if the store is away
     */
    public Subscription follow(Actor actor, Optional<NewsId> after, Follower follower) {
        actor.require(Permission.READ);
        return follow(Optional.of(actor.team()), after, follower);
    }

    /** Follows what is for everybody, in the same way. */
    public Subscription followPublic(Optional<NewsId> after, Follower follower) {
        return follow(Optional.empty(), after, follower);
    }

    /** Looks whether something was missed without anybody noticing, as when a connection was lost. To be called now and then. */
    public void catchUp() {
        List<Feed> all;
        synchronized (feeds) {
            all = feeds.values().stream().map(shared -> shared.feed).toList();
        }
        all.forEach(Feed::catchUp);
    }

    private Subscription follow(Optional<TeamId> stream, Optional<NewsId> after, Follower follower) {
        Shared shared = take(stream);
        Following following = new Following(follower);
        boolean joined = false;
        try {
            shared.feed.join(following, after);
            joined = true;
        } finally {
            if (!joined) {
                give(stream, shared);
            }
        }
        return new Subscription() {
            private boolean closed;

            @Override
            public void close() {
                synchronized (this) {
                    if (closed) {
                        return;
                    }
                    closed = true;
                }
                shared.feed.leave(following);
                give(stream, shared);
            }
        };
    }

    private Shared take(Optional<TeamId> stream) {
        synchronized (feeds) {
            Shared shared = feeds.computeIfAbsent(
                    stream,
                    name -> new Shared(new Feed(
                            name.map(notifications::forTeam).orElseGet(notifications::forEverybody), readers)));
            shared.users++;
            return shared;
        }
    }

    private void give(Optional<TeamId> stream, Shared shared) {
        synchronized (feeds) {
            shared.users--;
            if (shared.users > 0) {
                return;
            }
            feeds.remove(stream);
        }
        shared.feed.close();
    }
}
