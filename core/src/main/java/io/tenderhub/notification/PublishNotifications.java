package io.tenderhub.notification;

import io.tenderhub.alert.AlertEvents;
import io.tenderhub.event.EventHandler;
import io.tenderhub.event.EventType;
import io.tenderhub.event.RaisedEvent;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Tells those who listen about every event, when all else that it brings about is done; not of matches one by one that wait for
 * a digest.
 */
public final class PublishNotifications implements EventHandler {
    private final Notifications notifications;

    public PublishNotifications(Notifications notifications) {
        this.notifications = notifications;
    }

    @Override
    public String name() {
        return "publish-notifications";
    }

    @Override
    public Set<EventType> handles() {
        return EnumSet.allOf(EventType.class);
    }

    @Override
    public boolean takesLong() {
        return false;
    }

    @Override
    public void handle(List<RaisedEvent> events) {
        notifications.publish(events.stream()
                .filter(raised -> !AlertEvents.waitForDigest(raised.event()))
                .map(PublishNotifications::notification)
                .toList());
    }

    private static Notification notification(RaisedEvent raised) {
        return new Notification(
                raised.id(),
                raised.event().type().code(),
                raised.event().team(),
                raised.event().aggregateId(),
                raised.raisedAt());
    }
}
