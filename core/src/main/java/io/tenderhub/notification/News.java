package io.tenderhub.notification;

import static java.util.Objects.requireNonNull;

/** A notification in its place in the stream of its team, or in the public one. */
public record News(NewsId id, Notification notification) {
    public News {
        requireNonNull(id);
        requireNonNull(notification);
    }
}
