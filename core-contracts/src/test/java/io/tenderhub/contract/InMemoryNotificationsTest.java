package io.tenderhub.contract;

import io.tenderhub.memory.InMemoryHub;
import io.tenderhub.notification.Notifications;
import java.time.Clock;

final class InMemoryNotificationsTest extends NotificationsContract {
    private final InMemoryHub hub = new InMemoryHub(Clock.systemUTC());

    @Override
    protected Notifications notifications() {
        return hub.notifications();
    }

    /** Memory knows one node alone. */
    @Override
    protected Notifications notificationsOfAnotherNode() {
        return hub.notifications();
    }
}
