package io.tenderhub.redis;

import io.tenderhub.failure.UnavailableException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import redis.clients.jedis.UnifiedJedis;

/** Frees locks by their tokens; later, where Redis is away now. */
final class LockReleases {
    /** Bounds the memory of an outage; locks beyond it run out. */
    private static final int MOST_OWED = 10_000;

    /** Deletes KEYS[1] if it holds ARGV[1]. */
    static final Script RELEASE = new Script("""
            if redis.call('GET', KEYS[1]) == ARGV[1] then
              return redis.call('DEL', KEYS[1])
            end
            return 0
            """);

    private final RedisCalls calls;
    private final RedisKeys keys;
    private final Set<Held> owed = ConcurrentHashMap.newKeySet();

    record Held(String name, String token) {}

    LockReleases(RedisCalls calls, RedisKeys keys) {
        this.calls = calls;
        this.keys = keys;
    }

    void release(Collection<Held> locks) {
        try {
            calls.ask("locks stay until they run out", client -> run(client, locks));
        } catch (UnavailableException away) {
            owe(locks);
        }
    }

    void owe(Collection<Held> locks) {
        if (owed.size() < MOST_OWED) {
            owed.addAll(locks);
        }
    }

    boolean areOwed() {
        return !owed.isEmpty();
    }

    void makeUp(UnifiedJedis client) {
        List<Held> now = List.copyOf(owed);
        if (!now.isEmpty()) {
            run(client, now);
            now.forEach(owed::remove);
        }
    }

    private List<Object> run(UnifiedJedis client, Collection<Held> locks) {
        return RELEASE.run(
                client,
                locks.stream()
                        .map(lock -> new Script.Call(List.of(keys.lock(lock.name())), List.of(lock.token())))
                        .toList());
    }
}
