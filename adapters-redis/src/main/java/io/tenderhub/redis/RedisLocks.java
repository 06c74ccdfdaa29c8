package io.tenderhub.redis;

import io.tenderhub.failure.UnavailableException;
import io.tenderhub.lock.DistributedLocks;
import io.tenderhub.lock.HeldLock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.UnifiedJedis;

final class RedisLocks implements DistributedLocks, AutoCloseable {
    /** How long fencing numbers are remembered; the server's time carries on behind them. */
    private static final Duration FENCE_LIVES = Duration.ofHours(48);

    /**
     * Locks KEYS[1] for ARGV[1] unless somebody else but ARGV[4] holds it, who died. Gives the fencing number, or the
     * holder's token. A double holds microseconds exactly until the year 2255.
     */
    private static final Script ACQUIRE = new Script("""
            if ARGV[4] ~= '' and redis.call('GET', KEYS[1]) == ARGV[4] then
              redis.call('DEL', KEYS[1])
            end
            if not redis.call('SET', KEYS[1], ARGV[1], 'NX', 'PX', ARGV[2]) then
              return redis.call('GET', KEYS[1])
            end
            local time = redis.call('TIME')
            local fence = tonumber(time[1]) * 1000000 + tonumber(time[2])
            local last = tonumber(redis.call('GET', KEYS[2]) or '0')
            if fence <= last then
              fence = last + 1
            end
            redis.call('SET', KEYS[2], string.format('%.0f', fence), 'PX', ARGV[3])
            return fence
            """);

    private final RedisCalls calls;
    private final RedisKeys keys;
    private final LockOwner owner;
    private final LockReleases releases;
    private final AtomicLong holdsUntil = new AtomicLong(System.nanoTime());

    /** @param ownerLife how long a holder that stopped renewing its key counts as alive */
    RedisLocks(RedisCalls calls, RedisKeys keys, Duration ownerLife) {
        this.calls = calls;
        this.keys = keys;
        this.owner = new LockOwner(keys, ownerLife, this::heartbeat);
        this.releases = new LockReleases(calls, keys);
    }

    @Override
    public List<HeldLock> tryAcquire(Collection<String> names, Duration timeToLive) {
        if (timeToLive.toMillis() < 1) {
            throw new IllegalArgumentException("a lock lives for a millisecond at least, not " + timeToLive);
        }
        if (names.isEmpty()) {
            return List.of();
        }
        owner.start();
        holdsUntil.accumulateAndGet(System.nanoTime() + timeToLive.toNanos(), (a, b) -> a - b > 0 ? a : b);
        Map<String, String> free = new LinkedHashMap<>();
        new LinkedHashSet<>(names).forEach(name -> free.put(name, ""));
        String token = owner.newToken();
        boolean[] sent = {false};
        try {
            return calls.ask("no lock could be had", client -> {
                sent[0] = true;
                return acquire(client, free, token, timeToLive);
            });
        } catch (UnavailableException e) {
            if (sent[0]) {
                // Some may have been locked without our hearing of it.
                releases.owe(free.keySet().stream()
                        .map(name -> new LockReleases.Held(name, token))
                        .toList());
            }
            throw e;
        }
    }

    private List<HeldLock> acquire(UnifiedJedis client, Map<String, String> names, String token, Duration timeToLive) {
        List<HeldLock> acquired = new ArrayList<>();
        Map<String, String> held = tryOnce(client, names, token, timeToLive, acquired);
        Map<String, String> orphaned = whoseHolderDied(client, held);
        if (!orphaned.isEmpty()) {
            tryOnce(client, orphaned, token, timeToLive, acquired);
        }
        return acquired;
    }

    /**
     * @param names with the token of the dead holder of each, if any
     * @return those that are held by somebody else, with the token
     */
    private Map<String, String> tryOnce(
            UnifiedJedis client,
            Map<String, String> names,
            String token,
            Duration timeToLive,
            List<HeldLock> acquired) {
        String lockLives = Long.toString(timeToLive.toMillis());
        String fenceLives = Long.toString(FENCE_LIVES.toMillis());
        List<Script.Call> attempts = new ArrayList<>();
        names.forEach((name, dead) -> attempts.add(new Script.Call(
                List.of(keys.lock(name), keys.fence(name)), List.of(token, lockLives, fenceLives, dead))));
        List<Object> replies = ACQUIRE.run(client, attempts, owner::renew);
        Map<String, String> held = new HashMap<>();
        int next = 0;
        for (String name : names.keySet()) {
            Object reply = replies.get(next++);
            if (reply instanceof Long fence) {
                acquired.add(new HeldLock(name, token, fence));
            } else {
                held.put(name, (String) reply);
            }
        }
        return held;
    }

    private Map<String, String> whoseHolderDied(UnifiedJedis client, Map<String, String> held) {
        Set<String> owners = new HashSet<>();
        held.values().stream()
                .filter(token -> !owner.isMine(token))
                .forEach(token -> owners.add(owner.keyOfHolder(token)));
        if (owners.isEmpty()) {
            return Map.of();
        }
        Set<String> dead = new HashSet<>();
        try (AbstractPipeline pipeline = client.pipelined()) {
            Map<String, Response<Boolean>> replies = new HashMap<>();
            owners.forEach(key -> replies.put(key, pipeline.exists(key)));
            pipeline.sync();
            replies.forEach((key, lives) -> {
                if (!lives.get()) {
                    dead.add(key);
                }
            });
        }
        Map<String, String> orphaned = new LinkedHashMap<>(held);
        orphaned.values().removeIf(token -> !dead.contains(owner.keyOfHolder(token)));
        return orphaned;
    }

    @Override
    public void release(Collection<HeldLock> locks) {
        if (!locks.isEmpty()) {
            releases.release(locks.stream()
                    .map(lock -> new LockReleases.Held(lock.name(), lock.token()))
                    .toList());
        }
    }

    private void heartbeat() {
        boolean holds = holdsUntil.get() - System.nanoTime() > 0;
        if (holds || releases.areOwed()) {
            calls.askAnyway("the owner of locks could not be renewed", client -> {
                if (holds) {
                    owner.renew(client);
                }
                releases.makeUp(client);
                return true;
            });
        }
    }

    /** What this process still holds may be taken over at once. */
    @Override
    public void close() {
        if (owner.stop()) {
            calls.askIfThere(client -> Optional.of(client.del(owner.key())));
        }
    }
}
