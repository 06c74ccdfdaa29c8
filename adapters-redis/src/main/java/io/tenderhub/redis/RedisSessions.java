package io.tenderhub.redis;

import static java.util.Objects.requireNonNull;

import io.tenderhub.account.Secret;
import io.tenderhub.account.Session;
import io.tenderhub.account.SessionLife;
import io.tenderhub.account.SessionStore;
import io.tenderhub.account.SessionToken;
import io.tenderhub.account.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A key for each session with the time it was opened at, and for each user a sorted set of his sessions by the time each ends, in
 * milliseconds. A session that lacks either is none: so ending the set ends them all, and losing either revives none.
 */
final class RedisSessions implements SessionStore {
    /** Session KEYS[1], user KEYS[2], hash ARGV[1]; opened at ARGV[2], ends at ARGV[3]. Sessions that have ended leave the set. */
    private static final Script OPEN = new Script("""
            local lives = ARGV[3] - ARGV[2]
            redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', ARGV[2])
            redis.call('SET', KEYS[1], ARGV[2], 'PX', lives)
            redis.call('ZADD', KEYS[2], ARGV[3], ARGV[1])
            if redis.call('PTTL', KEYS[2]) < lives then
              redis.call('PEXPIRE', KEYS[2], lives)
            end
            return 1
            """);

    /** Session KEYS[1], user KEYS[2], hash ARGV[1]; now ARGV[2], lives unused for ARGV[3], and for ARGV[4] at longest. */
    private static final Script USE = new Script("""
            local opened = redis.call('GET', KEYS[1])
            local ends = redis.call('ZSCORE', KEYS[2], ARGV[1])
            local now = tonumber(ARGV[2])
            if not opened or not ends or tonumber(ends) <= now then
              return {}
            end
            ends = math.min(now + ARGV[3], opened + ARGV[4])
            if ends <= now then
              return {}
            end
            redis.call('PEXPIRE', KEYS[1], ends - now)
            redis.call('ZADD', KEYS[2], ends, ARGV[1])
            if redis.call('PTTL', KEYS[2]) < ends - now then
              redis.call('PEXPIRE', KEYS[2], ends - now)
            end
            return {tonumber(opened), ends}
            """);

    /** Session KEYS[1], user KEYS[2], hash ARGV[1], now ARGV[2]. Gives how many there were. */
    private static final Script REVOKE = new Script("""
            local ends = redis.call('ZSCORE', KEYS[2], ARGV[1])
            redis.call('ZREM', KEYS[2], ARGV[1])
            if redis.call('DEL', KEYS[1]) == 1 and ends and tonumber(ends) > tonumber(ARGV[2]) then
              return 1
            end
            return 0
            """);

    /** User KEYS[1], now ARGV[1]. Gives how many there were. */
    private static final Script REVOKE_ALL = new Script("""
            local open = redis.call('ZCOUNT', KEYS[1], '(' .. ARGV[1], '+inf')
            redis.call('DEL', KEYS[1])
            return open
            """);

    private static final String NOT_KNOWN = "who is logged in is not known";
    private static final String NOT_REVOKED = "sessions could not be revoked";

    private final RedisCalls calls;
    private final RedisKeys keys;
    private final Clock clock;
    private final RandomGenerator random;
    private final SessionLife life;

    RedisSessions(RedisCalls calls, RedisKeys keys, Clock clock, RandomGenerator random, SessionLife life) {
        this.calls = calls;
        this.keys = keys;
        this.clock = clock;
        this.random = random;
        this.life = life;
    }

    @Override
    public Secret open(UserId user) {
        SessionToken token = SessionToken.create(user, random);
        long now = clock.millis();
        Script.Call call = call(token, now, now + life.unused().toMillis());
        calls.ask("no session could be opened", client -> number(OPEN.run(client, call)));
        return token.text();
    }

    @Override
    public Optional<Session> use(Secret text) {
        return SessionToken.read(text).flatMap(token -> {
            Script.Call call = call(
                    token,
                    clock.millis(),
                    life.unused().toMillis(),
                    life.longest().toMillis());
            List<?> reply = calls.ask(
                    NOT_KNOWN,
                    client ->
                            Optional.ofNullable((List<?>) USE.run(client, call)).orElseThrow());
            return reply.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Session(token.user(), instant(reply.get(0)), instant(reply.get(1))));
        });
    }

    @Override
    public boolean revoke(Secret text) {
        return SessionToken.read(text)
                .map(token -> call(token, clock.millis()))
                .map(call -> calls.askAnyway(NOT_REVOKED, client -> number(REVOKE.run(client, call))))
                .filter(revoked -> revoked == 1)
                .isPresent();
    }

    @Override
    public int revokeAll(UserId user) {
        Script.Call call = new Script.Call(List.of(keys.sessions(user)), List.of(Long.toString(clock.millis())));
        return Math.toIntExact(calls.askAnyway(NOT_REVOKED, client -> number(REVOKE_ALL.run(client, call))));
    }

    private Script.Call call(SessionToken token, long... numbers) {
        List<String> arguments = new ArrayList<>(List.of(token.hash()));
        for (long number : numbers) {
            arguments.add(Long.toString(number));
        }
        return new Script.Call(List.of(keys.session(token), keys.sessions(token.user())), arguments);
    }

    private static long number(@Nullable Object reply) {
        return (Long) requireNonNull(reply);
    }

    private static Instant instant(@Nullable Object reply) {
        return Instant.ofEpochMilli(number(reply));
    }
}
