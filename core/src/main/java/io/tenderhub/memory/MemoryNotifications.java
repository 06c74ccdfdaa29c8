package io.tenderhub.memory;

import io.tenderhub.notification.Notification;
import io.tenderhub.notification.Notifications;
import io.tenderhub.team.TeamId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/** Calls listeners on the thread that publishes. */
final class MemoryNotifications implements Notifications {
    private final Map<Optional<TeamId>, MemoryStream> streams = new ConcurrentHashMap<>();
    private final RandomGenerator random;

    /** @param random tells streams apart */
    MemoryNotifications(RandomGenerator random) {
        this.random = random;
    }

    @Override
    public void publish(List<Notification> notifications) {
        notifications.forEach(notification -> stream(notification.team()).publish(notification));
    }

    @Override
    public TeamNotifications forTeam(TeamId team) {
        return stream(Optional.of(team));
    }

    @Override
    public TeamNotifications forEverybody() {
        return stream(Optional.empty());
    }

    void forget(TeamId team) {
        stream(Optional.of(team)).forget();
    }

    private MemoryStream stream(Optional<TeamId> team) {
        return streams.computeIfAbsent(team, name -> new MemoryStream(random));
    }
}
