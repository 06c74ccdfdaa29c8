package io.tenderhub.memory;

import io.tenderhub.notification.Notification;
import io.tenderhub.notification.Notifications;
import io.tenderhub.team.TeamId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Calls listeners on the thread that publishes. */
final class MemoryNotifications implements Notifications {
    private static final System.Logger LOG = System.getLogger(MemoryNotifications.class.getName());

    /** Not a record: one who listens twice hears twice, and closes one of both. */
    private static final class Listening {
        private final Optional<TeamId> team;
        private final Consumer<Notification> listener;

        private Listening(Optional<TeamId> team, Consumer<Notification> listener) {
            this.team = team;
            this.listener = listener;
        }

        private void hear(Notification notification) {
            try {
                listener.accept(notification);
            } catch (RuntimeException e) {
                // One listener's fault is none of the others' business.
                LOG.log(System.Logger.Level.WARNING, "A listener to notifications failed", e);
            }
        }
    }

    private final List<Listening> listening = new CopyOnWriteArrayList<>();

    @Override
    public void publish(List<Notification> notifications) {
        for (Notification notification : notifications) {
            for (Listening one : listening) {
                if (one.team.equals(notification.team())) {
                    one.hear(notification);
                }
            }
        }
    }

    @Override
    public TeamNotifications forTeam(TeamId team) {
        return listener -> subscribe(Optional.of(team), listener);
    }

    @Override
    public Subscription subscribePublic(Consumer<Notification> listener) {
        return subscribe(Optional.empty(), listener);
    }

    private Subscription subscribe(Optional<TeamId> team, Consumer<Notification> listener) {
        Listening mine = new Listening(team, listener);
        listening.add(mine);
        return () -> listening.remove(mine);
    }
}
