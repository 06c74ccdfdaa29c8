package io.tenderhub.notification;

import static java.util.Objects.requireNonNull;

import io.tenderhub.failure.UnavailableException;
import io.tenderhub.notification.Notifications.Subscription;
import io.tenderhub.notification.Notifications.TeamNotifications;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;

/**
 * One stream as this node hears it, by one subscription for all who follow it. What is published after the subscription is heard or
 * can be read; so the feed reads whenever it is not sure to have heard all, and hears nothing meanwhile but that it must read again.
 */
final class Feed {
    private final TeamNotifications stream;
    private final Executor readers;
    private final List<Following> followings = new CopyOnWriteArrayList<>();
    private final Object starting = new Object();

    private Optional<Subscription> subscription = Optional.empty();
    /** The last place that was told; empty before the first reading. This and what follows is guarded by this object. */
    private Optional<NewsId> told = Optional.empty();

    private boolean reading;
    /** Somebody asked for a reading while there was one, which may have been too early for him. */
    private boolean readAgain;
    /** The last place that was heard of while reading. */
    private Optional<NewsId> heardMeanwhile = Optional.empty();

    /** @param readers runs what may block */
    Feed(TeamNotifications stream, Executor readers) {
        this.stream = requireNonNull(stream);
        this.readers = requireNonNull(readers);
    }

    /**
     * Lets one more follow.
     *
     * @throws UnavailableException if the store is away; then he does not
     */
    void join(Following following, Optional<NewsId> after) {
        synchronized (starting) {
            if (subscription.isEmpty()) {
                subscription = Optional.of(stream.subscribe(this::heard));
            }
            if (isUnread()) {
                beginReading();
                readWhatIsNew();
            }
        }
        followings.add(following);
        boolean joined = false;
        try {
            following.join(after, stream.recent(after));
            joined = true;
        } finally {
            if (!joined) {
                leave(following);
            }
        }
    }

    void leave(Following following) {
        followings.remove(following);
        following.leave();
    }

    /** Reads what may not have been heard, without waiting for it. */
    void catchUp() {
        if (!isUnread() && beginReading()) {
            readers.execute(this::readOrLetBe);
        }
    }

    void close() {
        synchronized (starting) {
            subscription.ifPresent(Subscription::close);
            subscription = Optional.empty();
        }
    }

    private void heard(News news) {
        synchronized (this) {
            // The first reading is for whoever joins first, who is told if it fails.
            if (reading || told.isEmpty()) {
                heardMeanwhile = Optional.of(news.id());
                return;
            }
            if (news.id().follows(told.get())) {
                tell(news);
                return;
            }
            if (isTold(news.id())) {
                return;
            }
        }
        catchUp();
    }

    private boolean isTold(NewsId id) {
        return told.filter(last -> id.isOfStream(last) && !id.isAfter(last)).isPresent();
    }

    private synchronized boolean isUnread() {
        return told.isEmpty();
    }

    private synchronized boolean beginReading() {
        if (reading) {
            readAgain = true;
            return false;
        }
        reading = true;
        return true;
    }

    private void readOrLetBe() {
        try {
            readWhatIsNew();
        } catch (UnavailableException e) {
            // The next time, which comes with the next news or the next look.
        }
    }

    private void readWhatIsNew() {
        boolean done = false;
        try {
            do {
                apply(stream.recent(place()));
            } while (!endReading());
            done = true;
        } finally {
            if (!done) {
                giveUpReading();
            }
        }
    }

    private synchronized Optional<NewsId> place() {
        heardMeanwhile = Optional.empty();
        readAgain = false;
        return told;
    }

    private synchronized void apply(RecentNews recent) {
        if (!recent.complete()) {
            followings.forEach(following -> following.reset(recent.last()));
        }
        recent.news().forEach(this::tell);
        told = Optional.of(recent.last());
    }

    /** Called with the lock held. */
    private void tell(News news) {
        told = Optional.of(news.id());
        followings.forEach(following -> following.hear(news));
    }

    /** False if something was heard of that was not yet read. */
    private synchronized boolean endReading() {
        reading = readAgain || heardMeanwhile.filter(id -> !isTold(id)).isPresent();
        return !reading;
    }

    private synchronized void giveUpReading() {
        reading = false;
    }
}
