package io.tenderhub.redis;

import io.tenderhub.account.TokenMint;
import io.tenderhub.notification.Notification;
import io.tenderhub.notification.Notifications;
import io.tenderhub.team.TeamId;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;

/** One stream for everybody and one for each team. */
final class RedisNotifications implements Notifications, AutoCloseable {
    private final RedisCalls calls;
    private final RedisKeys keys;
    private final Channels channels;
    private final NotificationForm form = new NotificationForm();
    private final TokenMint mint;

    RedisNotifications(RedisCalls calls, RedisKeys keys, Channels channels, SecureRandom random) {
        this.calls = calls;
        this.keys = keys;
        this.channels = channels;
        this.mint = new TokenMint(random);
    }

    @Override
    public void publish(List<Notification> notifications) {
        if (!notifications.isEmpty()) {
            NewsStream.publish(
                    calls,
                    notifications.stream()
                            .map(news -> stream(news.team()).publication(news))
                            .toList());
        }
    }

    @Override
    public TeamNotifications forTeam(TeamId team) {
        return stream(Optional.of(team));
    }

    @Override
    public TeamNotifications forEverybody() {
        return stream(Optional.empty());
    }

    /** What is kept of a team. */
    void forget(TeamId team) {
        stream(Optional.of(team)).forget();
    }

    private NewsStream stream(Optional<TeamId> team) {
        return new NewsStream(calls, keys, channels, form, mint, team);
    }

    @Override
    public void close() {
        channels.close();
    }
}
