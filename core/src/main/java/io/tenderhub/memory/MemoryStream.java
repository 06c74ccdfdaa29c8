package io.tenderhub.memory;

import io.tenderhub.notification.News;
import io.tenderhub.notification.NewsId;
import io.tenderhub.notification.Notification;
import io.tenderhub.notification.Notifications;
import io.tenderhub.notification.Notifications.Subscription;
import io.tenderhub.notification.Notifications.TeamNotifications;
import io.tenderhub.notification.RecentNews;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** The news of one team, or of all, and who listens. */
final class MemoryStream implements TeamNotifications {
    private static final System.Logger LOG = System.getLogger(MemoryStream.class.getName());

    private final List<Consumer<News>> listening = new CopyOnWriteArrayList<>();
    private final List<News> kept = new ArrayList<>();
    private final RandomGenerator random;
    private String beginning;
    private long last;

    MemoryStream(RandomGenerator random) {
        this.random = random;
        this.beginning = begin();
    }

    private String begin() {
        return String.format("%016x", random.nextLong());
    }

    synchronized void publish(Notification notification) {
        last++;
        News news = new News(place(last), notification);
        kept.add(news);
        if (kept.size() > Notifications.KEPT) {
            kept.remove(0);
        }
        for (Consumer<News> one : listening) {
            try {
                one.accept(news);
            } catch (RuntimeException e) {
                // One listener's fault is none of the others' business.
                LOG.log(System.Logger.Level.WARNING, "A listener to notifications failed", e);
            }
        }
    }

    synchronized void forget() {
        kept.clear();
        beginning = begin();
        last = 0;
    }

    @Override
    public Subscription subscribe(Consumer<News> listener) {
        // Not the listener itself: who listens twice hears twice, and closes one of both.
        Consumer<News> mine = news -> listener.accept(news);
        listening.add(mine);
        return () -> listening.remove(mine);
    }

    @Override
    public synchronized RecentNews recent(Optional<NewsId> after) {
        NewsId newest = place(last);
        if (after.isEmpty()) {
            return new RecentNews(newest, true, List.of());
        }
        NewsId asked = after.get();
        long missing = last - asked.number();
        if (!asked.isOfStream(newest) || missing < 0 || missing > kept.size()) {
            return new RecentNews(newest, false, List.of());
        }
        return new RecentNews(newest, true, kept.subList(kept.size() - (int) missing, kept.size()));
    }

    private NewsId place(long number) {
        return new NewsId(beginning, number);
    }
}
