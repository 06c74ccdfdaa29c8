package io.tenderhub.notification;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/** One follower of a feed: keeps back what comes live until he has had what was before, then hands on in order, each once. */
final class Following {
    private final Follower follower;
    /** What came before he was live. */
    private final Queue<News> waiting = new ArrayDeque<>();
    /** Where the feed began anew before he was live. */
    private Optional<NewsId> begunAnew = Optional.empty();
    /** The last place he was told of; empty until he is live. */
    private Optional<NewsId> told = Optional.empty();

    private boolean left;

    Following(Follower follower) {
        this.follower = requireNonNull(follower);
    }

    synchronized void hear(News news) {
        if (left) {
            return;
        }
        if (told.isEmpty()) {
            waiting.add(news);
        } else {
            tell(news);
        }
    }

    /** The whole feed goes on from this place. */
    synchronized void reset(NewsId at) {
        if (left) {
            return;
        }
        if (told.isEmpty()) {
            waiting.clear();
            begunAnew = Optional.of(at);
        } else if (!isKnown(at, told.get())) {
            restart(at);
        }
    }

    /**
     * Tells what was before, then what came meanwhile.
     *
     * @param after the place that he asked for
     * @param before read after he was made known to the feed, so that nothing is between it and what comes live
     */
    synchronized void join(Optional<NewsId> after, RecentNews before) {
        if (left) {
            return;
        }
        if (begunAnew.isPresent()) {
            restart(begunAnew.get());
        } else if (before.complete()) {
            NewsId at = after.orElse(before.last());
            told = Optional.of(at);
            follower.begin(at);
            before.news().forEach(this::tell);
        } else {
            restart(before.last());
        }
        waiting.forEach(this::tell);
        waiting.clear();
    }

    /** Whether he was told of it, or of a later one. */
    private static boolean isKnown(NewsId id, NewsId last) {
        return id.isOfStream(last) && !id.isAfter(last);
    }

    private void restart(NewsId at) {
        told = Optional.of(at);
        follower.reset(at);
    }

    private void tell(News news) {
        NewsId last = told.orElseThrow();
        if (news.id().follows(last)) {
            told = Optional.of(news.id());
            follower.hear(news);
        } else if (!isKnown(news.id(), last)) {
            restart(news.id());
        }
    }

    /** Nothing is told after this returned. */
    synchronized void leave() {
        left = true;
        waiting.clear();
    }
}
