package io.tenderhub.redis;

import io.tenderhub.notification.Notification;
import io.tenderhub.notification.Notifications;
import io.tenderhub.team.TeamId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Response;

/** One channel for everybody and one for each team. */
final class RedisNotifications implements Notifications, AutoCloseable {
    private final RedisCalls calls;
    private final RedisKeys keys;
    private final Channels channels;
    private final NotificationForm form = new NotificationForm();

    RedisNotifications(RedisCalls calls, RedisKeys keys, Channels channels) {
        this.calls = calls;
        this.keys = keys;
        this.channels = channels;
    }

    @Override
    public void publish(List<Notification> notifications) {
        if (notifications.isEmpty()) {
            return;
        }
        calls.ask("nobody could be told", client -> {
            try (AbstractPipeline pipeline = client.pipelined()) {
                List<Response<Long>> replies = notifications.stream()
                        .map(news -> pipeline.publish(keys.notifications(news.team()), form.write(news)))
                        .toList();
                pipeline.sync();
                return replies.stream().map(Response::get).collect(Collectors.toList());
            }
        });
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
        return channels.listen(
                keys.notifications(team), message -> form.read(message).ifPresent(listener));
    }

    @Override
    public void close() {
        channels.close();
    }
}
