package io.tenderhub.notification;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What came after a place in a stream.
 *
 * @param last the place of the newest there is
 * @param complete whether {@code news} are all that came after the place that was asked for; if not, there are none
 * @param news the oldest first, without gaps up to {@code last}
 */
public record RecentNews(NewsId last, boolean complete, List<News> news) {
    public RecentNews {
        requireNonNull(last);
        news = List.copyOf(news);
    }
}
