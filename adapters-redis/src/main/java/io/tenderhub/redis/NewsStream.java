package io.tenderhub.redis;

import io.tenderhub.account.TokenMint;
import io.tenderhub.notification.News;
import io.tenderhub.notification.NewsId;
import io.tenderhub.notification.Notification;
import io.tenderhub.notification.Notifications;
import io.tenderhub.notification.Notifications.Subscription;
import io.tenderhub.notification.Notifications.TeamNotifications;
import io.tenderhub.notification.RecentNews;
import io.tenderhub.team.TeamId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The news of one team or of all: a channel, and a list of the last with their places, the oldest first: {@code
 * 9f86d081884c7d65-17 1795248000123456 {"id":…}}, the server's time in microseconds in the midst. The newest place is always in the list,
 * so it tells the next one; a list that is not there begins with a place before the first.
 */
final class NewsStream implements TeamNotifications {
    private static final Duration REMEMBERED = Duration.ofHours(1);
    private static final Duration LIVES = Duration.ofHours(24);

    /**
     * Adds ARGV[5] to KEYS[1] and tells it on the channel ARGV[4]. Keeps ARGV[2] at most; of those older than ARGV[3] microseconds two go at
     * each asking, so they don't pile up. ARGV[1] names the stream where it begins, ARGV[6] is how many milliseconds it lives.
     */
    private static final Script PUBLISH = new Script("""
            local key, most, age = KEYS[1], tonumber(ARGV[2]), tonumber(ARGV[3])
            local time = redis.call('TIME')
            local now = time[1] * 1000000 + time[2]
            local newest = redis.call('LINDEX', key, -1)
            if not newest then
              newest = ARGV[1] .. '-0 ' .. string.format('%.0f', now) .. ' '
              redis.call('RPUSH', key, newest)
            end
            local beginning, number = string.match(newest, '^(%x+)%-(%d+) ')
            local id = beginning .. '-' .. string.format('%.0f', number + 1)
            local length = redis.call('RPUSH', key, id .. ' ' .. string.format('%.0f', now) .. ' ' .. ARGV[5])
            if length > most then
              redis.call('LTRIM', key, -most, -1)
            end
            for _ = 1, 2 do
              local written = string.match(redis.call('LINDEX', key, 0), ' (%d+) ')
              if now - written < age then
                break
              end
              redis.call('LPOP', key)
            end
            redis.call('PEXPIRE', key, ARGV[6])
            redis.call('PUBLISH', ARGV[4], id .. ' ' .. ARGV[5])
            return id
            """);

    /**
     * Gives the newest place in KEYS[1], whether all after the place ARGV[3]-ARGV[4] are there, and them. An empty ARGV[3] asks for the place
     * alone. ARGV[1] names the stream where it begins, ARGV[2] is how many milliseconds it then lives.
     */
    private static final Script RECENT = new Script("""
            local key = KEYS[1]
            local newest = redis.call('LINDEX', key, -1)
            if not newest then
              local time = redis.call('TIME')
              newest = ARGV[1] .. '-0 ' .. string.format('%.0f', time[1] * 1000000 + time[2]) .. ' '
              redis.call('RPUSH', key, newest)
              redis.call('PEXPIRE', key, ARGV[2])
            end
            local beginning, number = string.match(newest, '^(%x+)%-(%d+) ')
            local id = beginning .. '-' .. number
            if ARGV[3] == '' then
              return {id, 1, {}}
            end
            local missing = number - ARGV[4]
            if beginning ~= ARGV[3] or missing < 0 or missing > redis.call('LLEN', key) then
              return {id, 0, {}}
            end
            if missing == 0 then
              return {id, 1, {}}
            end
            return {id, 1, redis.call('LRANGE', key, -missing, -1)}
            """);

    private final RedisCalls calls;
    private final Channels channels;
    private final NotificationForm form;
    private final TokenMint mint;
    private final String key;
    private final String channel;

    NewsStream(
            RedisCalls calls,
            RedisKeys keys,
            Channels channels,
            NotificationForm form,
            TokenMint mint,
            Optional<TeamId> team) {
        this.calls = calls;
        this.channels = channels;
        this.form = form;
        this.mint = mint;
        this.key = keys.news(team);
        this.channel = keys.notifications(team);
    }

    static void publish(RedisCalls calls, List<Script.Call> publications) {
        calls.ask("nobody could be told", client -> PUBLISH.run(client, publications));
    }

    Script.Call publication(Notification notification) {
        return new Script.Call(
                List.of(key),
                List.of(
                        mint.id(8),
                        Integer.toString(Notifications.KEPT),
                        Long.toString(REMEMBERED.toNanos() / 1_000),
                        channel,
                        form.write(notification),
                        Long.toString(LIVES.toMillis())));
    }

    void forget() {
        calls.ask("the news of a team could not be forgotten", client -> client.del(key));
    }

    @Override
    public Subscription subscribe(Consumer<News> listener) {
        return channels.listen(channel, message -> read(message, 2).ifPresent(listener));
    }

    @Override
    public RecentNews recent(Optional<NewsId> after) {
        Script.Call call = new Script.Call(
                List.of(key),
                List.of(
                        mint.id(8),
                        Long.toString(LIVES.toMillis()),
                        after.map(NewsId::beginning).orElse(""),
                        after.map(id -> Long.toString(id.number())).orElse("")));
        return calls.ask("what was missed can't be told", client -> read((List<?>) RECENT.run(client, call)));
    }

    /** @throws IllegalStateException if the list holds what this adapter did not write */
    private RecentNews read(List<?> reply) {
        NewsId last = NewsId.read(String.valueOf(reply.get(0)))
                .orElseThrow(() -> new IllegalStateException("a list of news holds something else"));
        List<News> news = new ArrayList<>();
        for (Object entry : (List<?>) reply.get(2)) {
            read(String.valueOf(entry), 3).ifPresent(news::add);
        }
        return new RecentNews(last, Long.valueOf(1).equals(reply.get(1)), news);
    }

    /** The place first and the notification last of so many parts; empty for what other programs may say on the channel. */
    private Optional<News> read(String text, int count) {
        String[] parts = text.split(" ", count);
        return parts.length < count
                ? Optional.empty()
                : NewsId.read(parts[0])
                        .flatMap(id -> form.read(parts[count - 1]).map(notification -> new News(id, notification)));
    }
}
