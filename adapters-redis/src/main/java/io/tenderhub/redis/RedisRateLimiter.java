package io.tenderhub.redis;

import io.tenderhub.quota.RateLimit;
import io.tenderhub.quota.RateLimiter;
import io.tenderhub.quota.RatePermit;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * A list for each subject and endpoint of what was granted, the oldest first: the server's time in microseconds and the window it
 * was granted under, {@code 1795248000123456 60000000}. The grant that is as many places from the end as the limit allows
 * decides, so the work does not grow with the limit. Who was refused is refused by this process until the time he was told.
 */
final class RedisRateLimiter implements RateLimiter {
    /**
     * Grants one more in KEYS[1] unless ARGV[1] were granted within ARGV[2] microseconds. Gives whether, how many more may, after
     * how many microseconds one may again, and the time that counts as now.
     *
     * <p>Times never fall within a list, whatever the server's clock does: it waits for the newest; but a clock that was set back
     * by more than the newest one's window begins anew. Two grants whose own window is over go at each asking; as each asking adds one at
     * most, they don't pile up. The key outlives the last window a little: it must not go before its last grant does.
     */
    private static final Script ASK = new Script("""
            local key, most, window = KEYS[1], tonumber(ARGV[1]), tonumber(ARGV[2])
            local time = redis.call('TIME')
            local clock = time[1] * 1000000 + time[2]
            local now = clock
            local function at(index)
              local entry = redis.call('LINDEX', key, index)
              if entry then
                return tonumber(string.sub(entry, 1, 16)), tonumber(string.sub(entry, 18))
              end
            end
            local last = at(-most)
            if last and last <= now and now - last < window then
              return {0, 0, last + window - clock, now}
            end
            local newest, newestWindow = at(-1)
            if newest and newest > now then
              if newest - now > newestWindow then
                redis.call('DEL', key)
                last = nil
              else
                now = newest
              end
            end
            if last and now - last < window then
              return {0, 0, last + window - clock, now}
            end
            local oldest, remembered = at(0)
            for _ = 1, 2 do
              if not oldest or now - oldest < remembered then
                break
              end
              redis.call('LPOP', key)
              oldest, remembered = at(0)
            end
            local length = redis.call('RPUSH', key, string.format('%.0f %.0f', now, window))
            local lives = math.ceil(window / 1000) + 1000
            if redis.call('PTTL', key) < lives then
              redis.call('PEXPIRE', key, lives)
            end
            local outside = 0
            if oldest and now - oldest >= window then
              local low, high = 0, length
              while low < high do
                local middle = math.floor((low + high) / 2)
                if now - at(middle) >= window then
                  low = middle + 1
                else
                  high = middle
                end
              end
              outside = low
            end
            local left = most - (length - outside)
            local wait = 0
            if left == 0 then
              wait = at(-most) + window - clock
            end
            return {1, left, wait, now}
            """);

    private final RedisCalls calls;
    private final RedisKeys keys;
    private final Refusals<Asked, Duration> refusals;

    RedisRateLimiter(RedisCalls calls, RedisKeys keys, LongSupplier nanoTime) {
        this.calls = calls;
        this.keys = keys;
        this.refusals = new Refusals<>(nanoTime);
    }

    private record Asked(String subject, String endpoint, RateLimit limit) {}

    /** @param micros the time that counted as now, since 1970 */
    record Answer(RatePermit permit, long micros) {}

    @Override
    public RatePermit ask(String subject, String endpoint, RateLimit limit) {
        Asked asked = new Asked(subject, endpoint, limit);
        Optional<Refusals.Remembered<Duration>> refused = refusals.find(asked);
        if (refused.isPresent()) {
            // By when it was heard, which is later than when it was said: who waits so long does not wait in vain.
            Duration left = refused.get().answer().minus(refused.get().age());
            return new RatePermit(false, 0, left);
        }
        long begun = refusals.now();
        RatePermit permit = answer(subject, endpoint, limit).permit();
        if (!permit.granted()) {
            refusals.remember(asked, permit.retryAfter(), begun, permit.retryAfter());
        }
        return permit;
    }

    /** By Redis, whatever is remembered. */
    Answer answer(String subject, String endpoint, RateLimit limit) {
        long window = (limit.window().toNanos() + 999) / 1_000;
        Script.Call call = new Script.Call(
                List.of(keys.rate(subject, endpoint)), List.of(Integer.toString(limit.most()), Long.toString(window)));
        List<?> reply = calls.ask(
                "the rate is not known",
                client -> Optional.ofNullable((List<?>) ASK.run(client, call)).orElseThrow());
        RatePermit permit = new RatePermit(
                number(reply, 0) == 1,
                Math.toIntExact(number(reply, 1)),
                Duration.of(number(reply, 2), ChronoUnit.MICROS));
        return new Answer(permit, number(reply, 3));
    }

    private static long number(List<?> reply, int place) {
        return (Long) reply.get(place);
    }
}
